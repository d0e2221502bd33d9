"""Files that people upload: kept under keys that cannot be guessed, on this computer only."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.corpora.tables import read_table
from seqviz.places import data_directory

PREFIX = "upload:"
MAX_UPLOAD_BYTES = 50_000_000
MAX_KEPT_BYTES = 2_000_000_000
_KEY = re.compile(r"[A-Za-z0-9_-]{22}")

#: What an uploaded file is for: a table of reviews, prose to write like, pairs to translate, a text for word
#: vectors, or a text to take apart.
Use = Literal["reviews", "prose", "pairs", "words", "text"]


def keep(data: bytes, filename: str, *, owner: str, use: Use, **columns: str) -> str:
    """Keep an uploaded file, whatever is in it.

    Args:
        data: its bytes.
        filename: what the person calls it; only ever shown, never used as a path.
        owner: whose it is, as the store of runs knows them.
        use: what it is for.
        **columns: for a table `text_column` and `label_column`.

    Returns:
        Its spec, `upload:<key>`; whoever knows the key can read the file.

    Raises:
        CorpusError: if it is too large, or the place for uploads is full.
    """
    if len(data) > MAX_UPLOAD_BYTES:
        raise CorpusError(
            f"{filename} has {len(data):,} bytes; at most {MAX_UPLOAD_BYTES:,} can be uploaded."
        )
    if (kept := _kept_bytes()) + len(data) > MAX_KEPT_BYTES:
        raise CorpusError(f"The uploads on this computer already take {kept:,} bytes; delete some first.")
    key = secrets.token_urlsafe(16)
    _write(_folder() / key, data, {"filename": filename, "columns": columns, "owner": owner, "use": use})
    return PREFIX + key


def _write(folder: Path, data: bytes, about: dict[str, Any]) -> None:
    folder.mkdir(mode=0o700)
    (folder / "content").write_bytes(data)
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")


def files_of(owner: str, use: Use) -> dict[str, str]:
    """Return the files that a person has uploaded for a use, the oldest first: spec -> file name."""
    found = []
    for place in _folder().glob("*/about.json"):
        with suppress(OSError, ValueError):  # deleted meanwhile, or half written on a full disk
            about = json.loads(place.read_text(encoding="utf-8"))
            if (about.get("owner"), about.get("use")) == (owner, use):
                found.append((place.stat().st_mtime_ns, PREFIX + place.parent.name, str(about["filename"])))
    return {spec: filename for _, spec, filename in sorted(found)}


def read(spec: str) -> bytes:
    """Return the bytes of an uploaded file.

    Raises:
        CorpusError: if there is none under this key.
    """
    return (_place(spec) / "content").read_bytes()


def read_kept_table(spec: str) -> LabelledTexts:
    """Read an uploaded table with the columns that were chosen for it.

    Raises:
        CorpusError: if there is none under this key, or it cannot be read.
    """
    return read_table(read(spec), **_about(spec)["columns"])


def filename_of(spec: str) -> str:
    """What the uploaded file was called.

    Raises:
        CorpusError: if there is none under this key.
    """
    return str(_about(spec)["filename"])


def delete(spec: str) -> None:
    """Delete an uploaded file.

    Raises:
        CorpusError: if there is none under this key.
    """
    shutil.rmtree(_place(spec))


def _about(spec: str) -> dict[str, Any]:
    about: dict[str, Any] = json.loads((_place(spec) / "about.json").read_text(encoding="utf-8"))
    return about


def _place(spec: str) -> Path:
    key = spec.removeprefix(PREFIX)
    place = _folder() / key
    if not _KEY.fullmatch(key) or not (place / "about.json").exists():
        raise CorpusError("This uploaded file is no longer here, or never was; upload it again.")
    return place


def _folder() -> Path:
    folder = data_directory() / "uploads"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _kept_bytes() -> int:
    return sum(file.stat().st_size for file in _folder().glob("*/*"))
