"""The store's tables, and how to open a database that has them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

#: Seconds that who opens or only reads a SQLite database waits for others.
OPENING_PATIENCE = 20.0
#: Raised by hand when a table changes in a way that older code cannot read.
SCHEMA_VERSION = 1


class UTCDateTime(sa.types.TypeDecorator[datetime]):
    """A moment in UTC, the same in every database: stored without a zone, given back with one."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store any aware moment as UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = sa.MetaData()

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("value", sa.String(128), nullable=False),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.String(48), primary_key=True),
    sa.Column("address", sa.String(40), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("config", sa.JSON, nullable=False),
    sa.Column("owner", sa.String(64), nullable=False),
    sa.Column("private", sa.Boolean, nullable=False),
    sa.Column("pinned", sa.Boolean, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("asked", sa.String(8)),
    sa.Column("worker", sa.String(48)),
    sa.Column("heartbeat", UTCDateTime),
    sa.Column("created", UTCDateTime, nullable=False),
    sa.Column("started", UTCDateTime),
    sa.Column("ended", UTCDateTime),
    sa.Column("expected_seconds", sa.Float, nullable=False),
    sa.Column("priority", sa.Float, nullable=False),
    sa.Column("fraction", sa.Float, nullable=False, default=0.0),
    sa.Column("seconds_left", sa.Float),
    sa.Column("doing", sa.Text, nullable=False, default=""),
    sa.Column("message", sa.Text, nullable=False, default=""),
    sa.Column("seconds", sa.Float),
    sa.Column("result", sa.JSON(none_as_null=True)),
    sa.Column("extras", sa.JSON(none_as_null=True)),
    sa.Column("num_bytes", sa.BigInteger, nullable=False, default=0),
    sa.UniqueConstraint("address", "attempt"),
    sa.Index("runs_by_priority", "state", "priority"),
    sa.Index("runs_by_owner", "owner"),
)


def _run_id() -> sa.Column[str]:
    return sa.Column("run_id", sa.String(48), sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)


events = sa.Table(
    "events",
    metadata,
    _run_id(),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
)

weights = sa.Table(
    "weights",
    metadata,
    _run_id(),
    sa.Column("kind", sa.String(16), primary_key=True),
    sa.Column("arm", sa.String(64), primary_key=True),
    sa.Column("step", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("epoch", sa.Float, nullable=False),
    sa.Column("num_bytes", sa.BigInteger, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)

#: Which client asked for a run; a run from the command line has none.
askers = sa.Table(
    "askers",
    metadata,
    _run_id(),
    sa.Column("browser", sa.String(128), nullable=False),
    sa.Column("network", sa.String(64), nullable=False),
)

#: The files that people have uploaded.
uploads = sa.Table(
    "uploads",
    metadata,
    sa.Column("id", sa.String(22), primary_key=True),
    sa.Column("owner", sa.String(64), nullable=False),
    # As JSON, whose escapes take what a database's text may not: a null character, half of a surrogate pair.
    sa.Column("filename", sa.JSON, nullable=False),
    sa.Column("use", sa.String(16), nullable=False),
    sa.Column("columns", sa.JSON, nullable=False),
    sa.Column("created", UTCDateTime, nullable=False),
    sa.Column("num_bytes", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Index("uploads_by_owner", "owner"),
)


def _upload_id() -> sa.Column[str]:
    of_upload = sa.ForeignKey("uploads.id", ondelete="CASCADE")
    return sa.Column("upload_id", sa.String(22), of_upload, primary_key=True)


#: What is in an uploaded file, piece by piece; an empty file has one empty piece.
upload_pieces = sa.Table(
    "upload_pieces",
    metadata,
    _upload_id(),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)

#: Whose allowances an uploaded file uses up.
upload_allowances = sa.Table(
    "upload_allowances",
    metadata,
    _upload_id(),
    sa.Column("name", sa.String(128), primary_key=True),
    sa.Index("upload_allowances_by_name", "name"),
)

workers = sa.Table(
    "workers",
    metadata,
    sa.Column("name", sa.String(48), primary_key=True),
    sa.Column("longest_seconds", sa.Float),
    sa.Column("heartbeat", UTCDateTime, nullable=False),
)


def open_engine(url: str) -> Engine:
    """Connect to the database and make the tables that are missing."""
    if sa.make_url(url).get_backend_name() == "sqlite":
        engine = _sqlite_engine(url)
    else:
        engine = sa.create_engine(url, pool_pre_ping=True)
    try:
        metadata.create_all(engine)
    except (OperationalError, ProgrammingError, IntegrityError):  # another process made them at the same time
        metadata.create_all(engine)
    return engine


def _sqlite_engine(url: str) -> Engine:
    """Many readers beside one writer (WAL); a writer waits for its turn instead of failing.

    What a person deletes is overwritten, and does not stay in the file's free pages.
    """
    engine = sa.create_engine(url, connect_args={"timeout": OPENING_PATIENCE}, pool_size=10, max_overflow=30)

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        patience = connection.get_execution_options().get("patience")
        if patience is None:
            connection.exec_driver_sql("BEGIN")
        else:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {1000 * patience:.0f}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
