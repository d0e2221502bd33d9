"""Files that people upload: kept under keys that cannot be guessed, on this computer only."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.corpora.tables import read_table
from seqviz.data_dir import data_directory

PREFIX = "upload:"
MAX_UPLOAD_BYTES = 50_000_000
MAX_KEPT_BYTES = 2_000_000_000
_KEY = re.compile(r"[A-Za-z0-9_-]{22}")

#: What an uploaded file is for: a table of reviews, prose to write like, pairs to translate, a text for word
#: vectors, or a text to take apart.
Use = Literal["reviews", "prose", "pairs", "words", "text"]


@dataclass(frozen=True)
class KeptFile:
    """What is known of an uploaded file without reading it."""

    spec: str
    filename: str
    use: Use
    num_bytes: int


@dataclass(frozen=True)
class Allowance:
    """How many bytes, `most`, may be kept for one browser or network, `name`; `whose` says it to people."""

    name: str
    whose: str
    most: int


def keep(
    data: bytes,
    filename: str,
    *,
    owner: str,
    use: Use,
    allowances: Sequence[Allowance] = (),
    **columns: str,
) -> str:
    """Keep an uploaded file, whatever is in it.

    Args:
        data: its bytes.
        filename: what the person calls it; only ever shown, never used as a path.
        owner: whose it is, as the store of runs knows them.
        use: what it is for.
        allowances: those that it uses up.
        **columns: for a table `text_column` and `label_column`.

    Returns:
        Its spec, `upload:<key>`; whoever knows the key can read the file.

    Raises:
        CorpusError: if it is too large, an allowance is used up, or the place for uploads is full.
    """
    _refuse_if_too_much(data, filename, allowances)
    key = secrets.token_urlsafe(16)
    about = {"filename": filename, "columns": columns, "owner": owner, "use": use}
    about["counted_for"] = [allowance.name for allowance in allowances]
    try:
        _write(key, data, about)
    except OSError as problem:
        raise CorpusError(f"{filename} cannot be kept on this computer: {problem.strerror}.") from problem
    return PREFIX + key


def _refuse_if_too_much(data: bytes, filename: str, allowances: Sequence[Allowance]) -> None:
    if len(data) > MAX_UPLOAD_BYTES:
        raise CorpusError(
            f"{filename} has {len(data):,} bytes; at most {MAX_UPLOAD_BYTES:,} can be uploaded."
        )
    if (kept := _kept_bytes()) + len(data) > MAX_KEPT_BYTES:
        raise CorpusError(f"The uploads on this computer already take {kept:,} bytes; delete some first.")
    for allowance in allowances:
        taken = sum(size for _, about, size in _abouts() if allowance.name in about.get("counted_for", ()))
        if taken + len(data) > allowance.most:
            raise CorpusError(
                f"{allowance.whose} take {taken:,} of {allowance.most:,} bytes here, and {filename} has "
                f"{len(data):,}; delete some first."
            )


def _write(key: str, data: bytes, about: dict[str, Any]) -> None:
    """Write a file and what is known of it, or nothing: the folder gets its name when both are there."""
    unfinished, place = _folder() / f".{key}", _folder() / key
    unfinished.mkdir(mode=0o700)
    try:
        (unfinished / "content").write_bytes(data)
        (unfinished / "about.json").write_text(json.dumps(about), encoding="utf-8")
        unfinished.rename(place)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _abouts() -> list[tuple[Path, dict[str, Any], int]]:
    """Return each file's folder, what is known of it, and its bytes, the oldest first."""
    found = []
    for place in _folder().glob("*/about.json"):
        with suppress(
            OSError, ValueError
        ):  # deleted meanwhile, or half written on a full disk by an older seqviz
            about = json.loads(place.read_text(encoding="utf-8"))
            size = (place.parent / "content").stat().st_size
            if _KEY.fullmatch(place.parent.name):  # else it is not finished
                found.append((place.stat().st_mtime_ns, place.parent, about, size))
    return [(folder, about, size) for _, folder, about, size in sorted(found, key=lambda file: file[:2])]


def files_of(owner: str, use: Use) -> dict[str, str]:
    """Return the files that a person has uploaded for a use, the oldest first: spec -> file name."""
    return {file.spec: file.filename for file in all_files_of(owner) if file.use == use}


def all_files_of(owner: str) -> list[KeptFile]:
    """Return all files that a person has uploaded, the oldest first."""
    return [
        KeptFile(PREFIX + folder.name, str(about["filename"]), about["use"], num_bytes)
        for folder, about, num_bytes in _abouts()
        if about.get("owner") == owner
    ]


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
