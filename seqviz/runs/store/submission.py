"""Asking for an experiment: the same one asked for twice is one run."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.runs.experiment import Experiment, to_config
from seqviz.runs.store import queue, retention, schema
from seqviz.runs.store.address import is_kept_private
from seqviz.runs.store.labels import label_of_run
from seqviz.runs.store.records import (
    LIVE,
    SEVERAL_AT_ONCE,
    TEACHER,
    Asker,
    Busy,
    NotYours,
    RunRecord,
    TooManyRuns,
    UnknownRun,
)

_runs = schema.runs.c
#: What a RunRecord is read from; the extras (a whole vocabulary) are left out.
RECORD_COLUMNS = [
    label_of_run.label(name) if name == "label" else _runs[name] for name in RunRecord.__dataclass_fields__
]


def find_run(connection: Connection, run_id: str) -> RunRecord:
    """Return a run.

    Raises:
        UnknownRun: if there is none (never made, or deleted since).
    """
    row = connection.execute(sa.select(*RECORD_COLUMNS).where(_runs.id == run_id)).first()
    if row is None:
        raise UnknownRun(f"There is no run {run_id[:80]!r} in this store.")
    return RunRecord(**row._mapping)


def own_run(connection: Connection, run_id: str, owner: str) -> RunRecord:
    """Return a run that its owner asks for in order to change it.

    Raises:
        UnknownRun: if there is none.
        NotYours: if another session started it.
    """
    record = find_run(connection, run_id)
    if record.owner != owner:
        raise NotYours(f"Run {record.id} was started by somebody else: only they can change it.")
    return record


def shared_run(connection: Connection, address: str) -> RunRecord | None:
    """Return the newest run at an address that may be shared, or None."""
    query = sa.select(*RECORD_COLUMNS).where(_runs.address == address).order_by(_runs.attempt.desc())
    attempts = (RunRecord(**row._mapping) for row in connection.execute(query).all())
    return next((record for record in attempts if record.may_be_shared), None)


def new_run(
    connection: Connection,
    address: str,
    experiment: Experiment,
    owner: str,
    quota: retention.Quota,
    asker: Asker | None,
) -> RunRecord:
    """Make the next attempt at an experiment's address and put it in the queue.

    Raises:
        Busy: if the owner has another live run (a teacher and the trials may have several).
        TooManyRuns: if the asker's network has too many.
        StoreFull: if there is no room and nothing that may be deleted.
    """
    _refuse_if_busy(connection, owner)
    if asker is not None:
        _refuse_if_too_many(connection, asker)
    retention.make_room(connection, quota)
    last = connection.execute(sa.select(sa.func.max(_runs.attempt)).where(_runs.address == address)).scalar()
    row = _row_of(experiment, address, (last or 0) + 1, owner)
    connection.execute(sa.insert(schema.runs).values(**row))
    if asker is not None:
        client = {"browser": asker.browser, "network": asker.network}
        connection.execute(sa.insert(schema.askers).values(run_id=row["id"], **client))
    return find_run(connection, row["id"])


def _row_of(experiment: Experiment, address: str, attempt: int, owner: str) -> dict[str, Any]:
    now, expected = datetime.now(UTC), float(experiment.expected_seconds())
    return {
        "id": f"{address}-{attempt}",
        "address": address,
        "attempt": attempt,
        "kind": experiment.kind,
        "version": experiment.version,
        "config": to_config(experiment),
        "owner": owner,
        "private": is_kept_private(experiment, owner),
        "pinned": owner == TEACHER,
        "state": "waiting",
        "created": now,
        "expected_seconds": expected,
        "priority": queue.priority(now, expected),
    }


def _refuse_if_busy(connection: Connection, owner: str) -> None:
    query = sa.select(_runs.id, _runs.state).where(_runs.owner == owner, _runs.state.in_(LIVE))
    busy = None if owner in SEVERAL_AT_ONCE else connection.execute(query).first()
    if busy is not None:
        raise Busy(*busy)


def _refuse_if_too_many(connection: Connection, asker: Asker) -> None:
    clients = schema.askers.c
    of_network = sa.select(clients.browser).join(schema.runs, _runs.id == clients.run_id)
    live = list(
        connection.execute(
            of_network.where(clients.network == asker.network, _runs.state.in_(LIVE))
        ).scalars()
    )
    if asker.browser in live:
        raise TooManyRuns(
            "Browsers without cookies share one run at a time, and one of your network is under way. Allow this "
            "site its cookie, or wait until that run has ended."
        )
    if len(live) >= asker.most_live:
        raise TooManyRuns(
            f"{len(live)} runs of your network wait or train, and more are not taken at once. Watch one of them, or "
            "try again when some have ended."
        )
