"""Files that people upload, as texts are read from them: the process says which store they lie in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.corpora.tables import read_table

PREFIX = "upload:"

#: What an uploaded file is for: a table of reviews, prose to write like, pairs to translate, a text for word
#: vectors, or a text to clean or cut into tokens.
Use = Literal["reviews", "prose", "pairs", "words", "text"]


@dataclass(frozen=True)
class KeptFile:
    """What is known of an uploaded file without reading it.

    Attributes:
        spec: `upload:<key>`; whoever knows the key can read the file.
        filename: what the person calls it; only ever shown, never used as a path.
        use: what it is for.
        num_bytes: its size.
        columns: for a table `text_column` and `label_column`.
    """

    spec: str
    filename: str
    use: Use
    num_bytes: int
    columns: Mapping[str, str]


class UploadSource(Protocol):
    """Where uploaded files lie; `seqviz.runs.store.uploads.Uploads` is one."""

    def about(self, spec: str) -> KeptFile:
        """Return what is known of a file, or raise CorpusError."""

    def read(self, spec: str) -> bytes:
        """Return the bytes of a file, or raise CorpusError."""


_source: UploadSource | None = None


def read_from(source: UploadSource | None) -> UploadSource | None:
    """Say where this process reads uploaded files, in all its threads; return where it has read them until now."""
    global _source
    before, _source = _source, source
    return before


def read(spec: str) -> bytes:
    """Return the bytes of an uploaded file.

    Raises:
        CorpusError: if there is none under this key, or it cannot be read now.
    """
    return _opened().read(spec)


def read_kept_table(spec: str) -> LabelledTexts:
    """Read an uploaded table with the columns that were chosen for it.

    Raises:
        CorpusError: if there is none under this key, or it cannot be read.
    """
    return read_table(read(spec), **_opened().about(spec).columns)


def filename_of(spec: str) -> str:
    """What the uploaded file was called.

    Raises:
        CorpusError: if there is none under this key, or it cannot be read now.
    """
    return _opened().about(spec).filename


def _opened() -> UploadSource:
    if _source is None:
        raise CorpusError("Uploaded files lie in the store of runs, and this program has not opened it.")
    return _source
