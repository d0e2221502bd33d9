"""What is kept: a bounded number of runs and bytes; who holds the most of them makes room first.

A pin keeps a finished run; what was stopped or broke off goes all the same.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.runs.store import schema
from seqviz.runs.store.records import LIVE, StoreFull


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


class _Kept(NamedTuple):
    """A run as far as making room is concerned; `client` is who asked for it."""

    id: str
    client: str
    num_bytes: int
    may_go: bool


def make_room(connection: Connection, quota: Quota) -> None:
    """Delete runs that are over and not pinned until one more fits: the oldest of the client that holds the most.

    So whoever trains a thousand runs loses their own, and not those of a class.

    Raises:
        StoreFull: if what is left is pinned or live and still too much.
    """
    kept = _kept(connection)
    while len(kept) >= quota.num_runs or sum(run.num_bytes for run in kept) >= quota.num_bytes:
        run = _next_to_go(kept, quota)
        if run is None:
            raise StoreFull(
                f"The store holds {len(kept)} pinned or unfinished runs and has no room for another."
            )
        delete_run(connection, run.id)
        kept.remove(run)


def _kept(connection: Connection) -> list[_Kept]:
    """Return all runs, those that ended first at the beginning."""
    table, clients = schema.runs.c, schema.askers.c
    may_go = table.state.not_in((*LIVE, "finished")) | (table.state == "finished") & table.pinned.is_(False)
    client = sa.func.coalesce(clients.browser, table.owner)
    query = sa.select(table.id, client, table.num_bytes, may_go).order_by(table.ended, table.id)
    joined = query.select_from(schema.runs.outerjoin(schema.askers, clients.run_id == table.id))
    return [_Kept(*row) for row in connection.execute(joined)]


def _next_to_go(kept: list[_Kept], quota: Quota) -> _Kept | None:
    """Return the oldest run that may go of the client with the largest share of the store, or None."""
    share: dict[str, float] = defaultdict(float)
    for run in kept:
        share[run.client] += max(1 / quota.num_runs, run.num_bytes / quota.num_bytes)
    return max((run for run in kept if run.may_go), key=lambda run: share[run.client], default=None)


def delete_run(connection: Connection, run_id: str) -> None:
    """Delete a run with its events and weights."""
    for table in (schema.events, schema.weights, schema.askers):
        connection.execute(sa.delete(table).where(table.c.run_id == run_id))
    connection.execute(sa.delete(schema.runs).where(schema.runs.c.id == run_id))
