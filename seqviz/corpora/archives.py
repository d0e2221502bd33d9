"""Archives from elsewhere, read in memory: nothing is written where a member's name says."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from seqviz.corpora.records import CorpusError

MAX_TOTAL_BYTES = 1_000_000_000
MAX_MEMBER_BYTES = 5_000_000
_ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz")
_BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


def members(path: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each wanted file of a tar (also .gz) or zip archive.

    Raises:
        CorpusError: if the archive is broken, holds a link or a name that leads outside, or unpacks to too much.
    """
    reader = _zip_members if zipfile.is_zipfile(path) else _tar_members
    try:
        yield from reader(path, wanted)
    except _BROKEN as error:
        reason = str(error).partition("\n")[0].rstrip(".:")
        raise CorpusError(f"{path.name} is not a whole tar.gz or zip archive: {reason}.") from error


def is_archive(path: Path) -> bool:
    """Say whether a file is, or was meant to be, a tar (also .gz) or zip archive: a cut-off one is named as such."""
    if path.name.lower().endswith(_ENDINGS):
        return True
    try:
        return zipfile.is_zipfile(path) or tarfile.is_tarfile(path)
    except _BROKEN:  # a gzip file cut off in its first kilobytes
        return False


def _tar_members(path: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    total = 0
    with tarfile.open(path, "r:*") as archive:
        for member in archive:
            _refuse_unsafe(path, member.name, is_link=not (member.isfile() or member.isdir()))
            total = _count(path, member.name, member.size, total)
            if member.isfile() and wanted(member.name):
                file = archive.extractfile(member)
                assert file is not None
                yield member.name, file.read()


def _zip_members(path: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    total = 0
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            is_link = (member.external_attr >> 16) & 0o170000 == 0o120000
            _refuse_unsafe(path, member.filename, is_link=is_link)
            total = _count(path, member.filename, member.file_size, total)
            if not member.is_dir() and wanted(member.filename):
                yield member.filename, archive.read(member)


def _refuse_unsafe(path: Path, name: str, *, is_link: bool) -> None:
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or name[1:2] == ":":
        raise CorpusError(f"{path.name} holds the name {name!r}, which leads outside the archive.")
    if is_link:
        raise CorpusError(f"{path.name} holds {name!r}, a link or a device where plain files were expected.")


def _count(path: Path, name: str, size: int, total: int) -> int:
    if size > MAX_MEMBER_BYTES and name.endswith(".txt"):
        raise CorpusError(f"{name} in {path.name} has {size:,} bytes; at most {MAX_MEMBER_BYTES:,} are read.")
    if total + size > MAX_TOTAL_BYTES:
        raise CorpusError(f"{path.name} unpacks to more than {MAX_TOTAL_BYTES:,} bytes.")
    return total + size
