"""What is kept: a bounded number of runs and bytes; the oldest that are over go first.

A pin keeps a finished run; what was stopped or broke off goes all the same.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.training import schema
from seqviz.training.store_records import LIVE, StoreFull


@dataclass(frozen=True)
class Quota:
    """How much the store may hold.

    Attributes:
        num_runs: runs, the live ones included.
        num_bytes: bytes of weights and events.
    """

    num_runs: int = 1000
    num_bytes: int = 4 * 2**30

    @classmethod
    def from_environment(cls) -> Quota:
        """Read SEQVIZ_MAX_RUNS and SEQVIZ_MAX_BYTES; the defaults stand where they are not set."""
        return cls(
            int(os.environ.get("SEQVIZ_MAX_RUNS", cls.num_runs)),
            int(os.environ.get("SEQVIZ_MAX_BYTES", cls.num_bytes)),
        )


def make_room(connection: Connection, quota: Quota) -> None:
    """Delete the oldest runs that are over and not pinned until one more fits.

    Raises:
        StoreFull: if what is left is pinned or live and still too much.
    """
    table = schema.runs.c
    num_runs, num_bytes = connection.execute(
        sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(table.num_bytes), 0)).select_from(schema.runs)
    ).one()
    if num_runs < quota.num_runs and num_bytes < quota.num_bytes:
        return
    may_go = table.state.not_in((*LIVE, "finished")) | (table.state == "finished") & table.pinned.is_(False)
    query = sa.select(table.id, table.num_bytes).where(may_go)
    for run_id, freed in connection.execute(query.order_by(table.ended, table.id)).all():
        delete_run(connection, run_id)
        num_runs, num_bytes = num_runs - 1, num_bytes - freed
        if num_runs < quota.num_runs and num_bytes < quota.num_bytes:
            return
    raise StoreFull(f"The store holds {num_runs} pinned or unfinished runs and has no room for another.")


def delete_run(connection: Connection, run_id: str) -> None:
    """Delete a run with its events and weights."""
    for table, column in ((schema.events, "run_id"), (schema.weights, "run_id"), (schema.runs, "id")):
        connection.execute(sa.delete(table).where(table.c[column] == run_id))
