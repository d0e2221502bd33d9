"""Who is next: the shortest expected run first, and every second of waiting counts as one second less."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.runs.store import schema
from seqviz.runs.store.records import HELD, QueuePlace

#: A run expected to take longer than this leaves one worker free for the shorter ones.
LONG_SECONDS = 30.0
#: A worker or run without a heartbeat for this long is gone.
SILENCE = timedelta(seconds=10)

_runs, _workers = schema.runs.c, schema.workers.c


def priority(created: datetime, expected_seconds: float) -> float:
    """Return the key by which waiting runs are served, smallest first.

    All waiting runs age alike, so the order of "expected seconds less seconds waited" never changes and can
    be written down once: moment of creation plus expected seconds.
    """
    return created.timestamp() + expected_seconds


def next_waiting(connection: Connection, longest_seconds: float | None) -> str | None:
    """Return the id of the run to take next, of those not expected to take longer than `longest_seconds`."""
    query = sa.select(_runs.id).where(_runs.state == "waiting")
    if longest_seconds is not None:
        query = query.where(_runs.expected_seconds <= longest_seconds)
    found: str | None = connection.execute(query.order_by(_runs.priority, _runs.id).limit(1)).scalar()
    return found


def place_of(connection: Connection, run_id: str, now: datetime) -> QueuePlace:
    """Return a run's position and expected wait, by playing the queue through."""
    query = sa.select(_runs.id, _runs.expected_seconds).where(_runs.state == "waiting")
    waiting = [tuple(row) for row in connection.execute(query.order_by(_runs.priority, _runs.id))]
    ids = [waiting_id for waiting_id, _ in waiting]
    if run_id not in ids:
        return QueuePlace(0, 0.0)
    position = ids.index(run_id) + 1
    free_at = _free_at(connection, now)
    return QueuePlace(position, _played_through(waiting[:position], free_at))


def _free_at(connection: Connection, now: datetime) -> list[tuple[float, float]]:
    """Return, per living worker: the seconds until it is free, and the longest run it takes."""
    running = connection.execute(
        sa.select(_runs.worker, _runs.expected_seconds, _runs.seconds_left, _runs.started).where(
            _runs.state.in_(HELD)
        )
    )
    left = {
        worker: max(1.0, seconds_left if seconds_left is not None else expected - _since(started, now))
        for worker, expected, seconds_left, started in running
    }
    is_alive = (_workers.heartbeat > now - SILENCE) | _workers.name.in_(left)
    alive = connection.execute(sa.select(_workers.name, _workers.longest_seconds).where(is_alive))
    return [(left.get(name, 0.0), float("inf") if longest is None else longest) for name, longest in alive]


def _since(started: datetime | None, now: datetime) -> float:
    return 0.0 if started is None else (now - started).total_seconds()


def _played_through(waiting: list[tuple[str, float]], free_at: list[tuple[float, float]]) -> float | None:
    """Return when the last of these runs starts, each taking the first worker that may take it."""
    starts = 0.0
    for _, expected in waiting:
        able = [slot for slot in free_at if slot[1] >= expected]
        if not able:
            return None
        slot = min(able)
        free_at.remove(slot)
        free_at.append((slot[0] + expected, slot[1]))
        starts = slot[0]
    return starts
