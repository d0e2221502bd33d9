"""An uploaded file, to and from the store's rows."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.corpora.uploads import PREFIX, KeptFile, Use
from seqviz.runs.store import schema

#: A file lies in pieces of so many bytes: a driver and the database hold a piece in memory, never the whole.
PIECE_BYTES = 2**20

_uploads, _pieces, _counted = schema.uploads.c, schema.upload_pieces.c, schema.upload_allowances.c


class Damaged(Exception):
    """What was read is not what was kept."""


@dataclass(frozen=True)
class NewUpload:
    """A file to be kept.

    Attributes:
        key: under which it is found; whoever knows it can read the file.
        data: its bytes.
        filename: what the person calls it.
        owner: whose it is.
        use: what it is for.
        columns: for a table `text_column` and `label_column`.
        counted_for: the names of the allowances that it uses up.
        created: when it was uploaded.
    """

    key: str
    data: bytes
    filename: str
    owner: str
    use: Use
    columns: dict[str, str]
    counted_for: Sequence[str]
    created: datetime


def write_upload(connection: Connection, new: NewUpload) -> None:
    """Write a file and what is known of it."""
    known = {"filename": new.filename, "owner": new.owner, "use": new.use, "columns": new.columns}
    size = {"num_bytes": len(new.data), "sha256": hashlib.sha256(new.data).hexdigest()}
    row = sa.insert(schema.uploads).values(id=new.key, created=new.created, **known, **size)
    connection.execute(row)
    for name in new.counted_for:
        counted = {"upload_id": new.key, "name": name}
        connection.execute(sa.insert(schema.upload_allowances).values(**counted))
    for number, start in enumerate(range(0, max(1, len(new.data)), PIECE_BYTES)):
        piece = {"upload_id": new.key, "number": number, "data": new.data[start : start + PIECE_BYTES]}
        connection.execute(sa.insert(schema.upload_pieces), piece)


def read_upload(connection: Connection, key: str) -> bytes | None:
    """Return a file's bytes, or None where there is none: one query, so that no deletion comes in between.

    Raises:
        Damaged: if its hash is another than when it was kept.
    """
    query = sa.select(_uploads.sha256, _pieces.data).join(
        schema.upload_pieces, _pieces.upload_id == _uploads.id
    )
    sha256, content, found = "", io.BytesIO(), hashlib.sha256()
    for row in connection.execute(query.where(_uploads.id == key).order_by(_pieces.number)):
        sha256 = row.sha256
        content.write(row.data)
        found.update(row.data)
    if not sha256:
        return None
    if found.hexdigest() != sha256:
        raise Damaged(key)
    return content.getvalue()


def find_uploads(connection: Connection, whose: sa.ColumnElement[bool]) -> list[KeptFile]:
    """Return what is known of files, the oldest first."""
    query = sa.select(_uploads.id, _uploads.filename, _uploads.use, _uploads.num_bytes, _uploads.columns)
    rows = connection.execute(query.where(whose).order_by(_uploads.created, _uploads.id))
    return [KeptFile(PREFIX + key, *rest) for key, *rest in rows]


def bytes_kept(connection: Connection, allowance: str | None = None) -> int:
    """Return how many bytes all files take; or those that use up an allowance."""
    query = sa.select(sa.func.coalesce(sa.func.sum(_uploads.num_bytes), 0))
    if allowance is not None:
        query = query.join(schema.upload_allowances, _counted.upload_id == _uploads.id)
        query = query.where(_counted.name == allowance)
    return int(connection.execute(query).scalar_one())


def delete_upload(connection: Connection, key: str, owner: str) -> bool:
    """Delete a file of this owner; tell whether there was one."""
    whose = (_uploads.id == key) & (_uploads.owner == owner)
    if not find_uploads(connection, whose):
        return False
    connection.execute(sa.delete(schema.upload_pieces).where(_pieces.upload_id == key))
    connection.execute(sa.delete(schema.upload_allowances).where(_counted.upload_id == key))
    connection.execute(sa.delete(schema.uploads).where(whose))
    return True
