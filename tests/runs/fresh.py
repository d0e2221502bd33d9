"""An empty store for a test: a SQLite file, or the database that SEQVIZ_TEST_STORE names (it is emptied!)."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa

from seqviz.runs.store import schema


def empty_store_url(folder: Path) -> str:
    """Return the URL of a database without tables."""
    named = os.environ.get("SEQVIZ_TEST_STORE")
    if not named:
        return f"sqlite:///{folder / 'store.sqlite'}"
    engine = sa.create_engine(named)
    schema.metadata.drop_all(engine)
    engine.dispose()
    return named
