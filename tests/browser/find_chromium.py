"""Finds a Chromium for the browser tests; run as a script it also fetches one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one SEQVIZ_CHROMIUM names, the system's, or Playwright's own."""
    named = os.environ.get("SEQVIZ_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def fetch_chromium() -> None:
    """Install Playwright's own Chromium, or else the system's package."""
    if (
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode
        == 0
    ):
        return
    subprocess.run(["apt-get", "update"], check=True)
    subprocess.run(["apt-get", "install", "-y", "chromium"], check=True)


if __name__ == "__main__":
    if find_chromium() is None:
        fetch_chromium()
    found = find_chromium()
    if found is None:
        sys.exit("The browser tests need Chromium; name one in SEQVIZ_CHROMIUM.")
    print(f"Chromium for the browser tests: {found}")
