"""How much may be uploaded: a file, all files together, and those of one browser or network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from seqviz.corpora.records import CorpusError
from seqviz.runs.store.upload_rows import NewUpload, bytes_kept

MAX_UPLOAD_BYTES = 50_000_000
MAX_KEPT_BYTES = 2_000_000_000


@dataclass(frozen=True)
class Allowance:
    """How many bytes, `most`, may be kept for one browser or network, `name`; `whose` says it to people."""

    name: str
    whose: str
    most: int


def refuse_if_too_large(data: bytes, filename: str) -> None:
    """Raise CorpusError, a sentence, if a file is larger than any may be."""
    if len(data) > MAX_UPLOAD_BYTES:
        raise CorpusError(
            f"{filename} has {len(data):,} bytes; at most {MAX_UPLOAD_BYTES:,} can be uploaded."
        )


def refuse_if_no_room(connection: Connection, new: NewUpload, allowances: Sequence[Allowance]) -> None:
    """Raise CorpusError, a sentence, if the place for uploads is full or an allowance used up.

    Args:
        connection: of the transaction that would write the file: nobody else writes one meanwhile (SQLite).
        new: the file.
        allowances: those that it would use up.
    """
    size = len(new.data)
    if (kept := bytes_kept(connection)) + size > MAX_KEPT_BYTES:
        raise CorpusError(f"The uploads here already take {kept:,} bytes; delete some first.")
    for allowance in allowances:
        taken = bytes_kept(connection, allowance.name)
        if taken + size > allowance.most:
            raise CorpusError(
                f"{allowance.whose} take {taken:,} of {allowance.most:,} bytes here, and {new.filename} has "
                f"{size:,}; delete some first."
            )
