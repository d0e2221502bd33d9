"""Finds a Chromium for the browser tests; run as a script it also fetches one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

#: The first, Chromium's engine without windows, opens a page for two thirds of the processor time of the others.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium-headless-shell", "chromium")


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
    """Install Playwright's own Chromium, or else one of the system's packages."""
    if (
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode
        == 0
    ):
        return
    subprocess.run(["apt-get", "update"], check=True)
    for package in PACKAGES:
        if subprocess.run(["apt-get", "install", "-y", package], check=False).returncode == 0:
            return


if __name__ == "__main__":
    if find_chromium() is None:
        fetch_chromium()
    found = find_chromium()
    if found is None:
        sys.exit("The browser tests need Chromium; name one in SEQVIZ_CHROMIUM.")
    print(f"Chromium for the browser tests: {found}")
