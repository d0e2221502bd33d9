"""Changes that no test can notice, each with the reason: what comes out is the same."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

from tests.mutants.changes import Change

LIST = Path(__file__).with_name("equivalent.toml")


def reason_why_equivalent(change: Change) -> str:
    """Return why a change makes no difference; empty if it is not in the list.

    A change is found by its file, the line of code and what became of it, wherever the line has moved to.
    """
    for entry in listed():
        if (
            entry["path"] == change.path
            and entry["code"] == change.code.strip()
            and entry["becomes"] == change.becomes.strip()
        ):
            return str(entry["reason"])
    return ""


@functools.cache
def listed() -> list[dict[str, Any]]:
    """Return the entries of the list."""
    return tomllib.loads(LIST.read_text(encoding="utf-8")).get("change", [])
