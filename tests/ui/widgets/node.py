"""The Node that comes with Playwright, for the components' JavaScript."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import playwright

NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
#: The modules' `.js` means ES module in the browser; Node finds that out by itself and would remark on it.
FLAGS = ("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--expose-internals")


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Node, with this process's environment and more."""
    return subprocess.run(
        [NODE, *FLAGS, *arguments], env=os.environ | environment, capture_output=True, encoding="utf-8"
    )


def run_tests(files: list[Path], **environment: str) -> dict[str, dict[str, str | None]]:
    """Run test files in one process of Node; return for each the failures, None where there is none, by test."""
    how = ("--test", "--test-isolation=none", "--test-reporter=junit")
    done = run(*how, *files, **environment)
    if not done.stdout:
        raise RuntimeError(f"Node ran no test: {done.stderr}")
    found: dict[str, dict[str, str | None]] = {str(file): {} for file in files}
    for case in ElementTree.fromstring(done.stdout).iter("testcase"):
        failure = case.find("failure")
        found[case.attrib["file"]][case.attrib["name"]] = None if failure is None else failure.text
    return found
