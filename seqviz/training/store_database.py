"""The database under the store: how it is opened, read and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from seqviz.training import schema
from seqviz.training.address import prepare_settings
from seqviz.training.store_records import StoreError


class Database:
    """Transactions on any database that SQLAlchemy speaks.

    Args:
        url: an SQLAlchemy database URL.

    Raises:
        StoreError: if the database cannot be opened, or another version of seqviz made it.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        try:
            self.engine = schema.open_engine(url)
        except (sa.exc.SQLAlchemyError, ImportError) as problem:
            raise StoreError(
                f"The store {_without_password(url)} cannot be opened: {_short(problem)}."
            ) from problem
        with suppress(IntegrityError), self.writing() as connection:  # another process may write them first
            prepare_settings(connection)
        self._check_schema()

    def _check_schema(self) -> None:
        query = sa.select(schema.settings.c.value).where(schema.settings.c.name == "schema")
        with self.reading() as connection:
            found = connection.execute(query).scalar_one()
        if found != str(schema.SCHEMA_VERSION):
            self.close()
            raise StoreError(f"This store has schema {found}, but this seqviz needs {schema.SCHEMA_VERSION}.")

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes; in SQLite it waits for its turn before it reads anything."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection


def _without_password(url: str) -> str:
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return "in SEQVIZ_STORE"


def _short(problem: Exception) -> str:
    return str(getattr(problem, "orig", None) or problem).strip().splitlines()[0].rstrip(".")
