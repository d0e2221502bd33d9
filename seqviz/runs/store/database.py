"""The database under the store: how it is opened, read and written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError, ProgrammingError, TimeoutError

from seqviz.data_dir import data_directory
from seqviz.runs.store import schema
from seqviz.runs.store.address import prepare_settings
from seqviz.runs.store.records import StoreError
from seqviz.runs.store.trouble import StoreUnavailable, Trouble, short

#: Seconds that a writer waits for its turn when the one before waited in vain.
LITTLE_PATIENCE = 0.2


def default_store_url() -> str:
    """Return the database named by SEQVIZ_STORE, else a SQLite file in the person's data directory."""
    return os.environ.get("SEQVIZ_STORE") or f"sqlite:///{data_directory() / 'store.sqlite'}"


class Database:
    """Transactions on any database that SQLAlchemy speaks.

    Args:
        url: an SQLAlchemy database URL.
        patience: seconds that a writer waits for its turn (SQLite).

    Raises:
        StoreError: if the database cannot be opened, or another version of seqviz made it.
    """

    def __init__(self, url: str, patience: float = 20.0) -> None:
        self.url, self.patience = url, patience
        self.trouble = Trouble()
        try:
            self.engine = schema.open_engine(url)
        except (sa.exc.SQLAlchemyError, ImportError) as problem:
            raise StoreError(
                f"The store {_without_password(url)} cannot be opened: {short(problem)}."
            ) from problem
        # Another process may write them first; and a store that has them can be read where it cannot be written.
        with suppress(IntegrityError, StoreUnavailable), self.writing() as connection:
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
        """Open a transaction that only reads.

        Raises:
            StoreUnavailable: if the database does not answer.
        """
        with self._answering("read"), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[Connection]:
        """Open a transaction that writes; in SQLite it waits for its turn before it reads anything.

        Args:
            patience: seconds that it waits; None stands for the store's, or little where the one before waited in
                vain.

        Raises:
            StoreUnavailable: if the database does not take it; then nothing of it has happened.
        """
        if patience is None:
            patience = min(self.patience, LITTLE_PATIENCE) if self.trouble.is_recent() else self.patience
        with self._answering("saved"):
            engine = self.engine.execution_options(patience=patience)
            with engine.connect() as connection, connection.begin():
                yield connection
        self.trouble.wrote()

    @contextmanager
    def _answering(self, doing: str) -> Iterator[None]:
        try:
            yield
        except (IntegrityError, ProgrammingError):  # a race that the caller knows of; a fault of the program
            raise
        except (DatabaseError, InterfaceError, TimeoutError) as problem:
            raise self.trouble.refused(doing, problem) from problem


def _without_password(url: str) -> str:
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return "in SEQVIZ_STORE"
