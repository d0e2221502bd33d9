"""Where seqviz keeps a person's data on this computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def data_directory() -> Path:
    """Return the folder for the store and downloads, made if missing.

    `SEQVIZ_HOME` names it; otherwise it is the platform's usual place for a user's data.
    """
    named = os.environ.get("SEQVIZ_HOME")
    folder = Path(named).expanduser() if named else _usual_place() / "seqviz"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _usual_place() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
