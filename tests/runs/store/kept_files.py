"""Files kept for a test, and what a store holds of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from seqviz.runs.store import schema
from seqviz.runs.store.store import Store

TABLES = (schema.uploads, schema.upload_pieces, schema.upload_allowances)


def keep(uploads, data, filename, owner="she", use="text", allowances=(), **columns):
    return uploads.keep(data, filename, owner=owner, use=use, allowances=allowances, **columns)


def rows_of(store):
    """How many rows the store has of uploads, of their pieces, and of what they count for."""
    with store.reading() as connection:
        return [
            connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() for table in TABLES
        ]


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Write to a SQLite store from elsewhere, without an end."""
    other = sqlite3.connect(store.url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
