"""Events and weights of a run, to and from the store's rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import sqlalchemy as sa
from safetensors import numpy as safetensors_numpy
from sqlalchemy.engine import Connection

from seqviz.runs.events import Metrics, Note, Progress, Snapshot
from seqviz.runs.store import schema
from seqviz.runs.store.records import SnapshotInfo, StoredEvent

#: The last line of defence; experiments bound themselves well below.
MAX_EVENTS = 20_000
MAX_SNAPSHOTS = 400
MAX_SNAPSHOT_BYTES = 128 * 2**20


@dataclass
class Batch:
    """What happened since the last write."""

    events: list[Metrics | Note] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)
    progress: Progress | None = None
    extras: dict[str, Any] | None = None

    def is_empty(self) -> bool:
        """Tell whether there is nothing to write."""
        return not (self.events or self.snapshots or self.progress or self.extras)

    def followed_by(self, later: Batch) -> Batch:
        """Return this batch and a later one as one."""
        return Batch(
            self.events + later.events,
            self.snapshots + later.snapshots,
            later.progress or self.progress,
            later.extras or self.extras,
        )


def plain(value: Any) -> Any:
    """Return plain JSON data: NumPy values unwrapped, numbers that are not finite as None."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def write_events(
    connection: Connection, run_id: str, first_number: int, new: Sequence[Metrics | Note]
) -> None:
    """Append events, numbered from `first_number`; those beyond MAX_EVENTS are dropped."""
    rows = [
        {"run_id": run_id, "number": number, "kind": type(event).__name__.lower(), "content": _content(event)}
        for number, event in enumerate(new, first_number)
        if number <= MAX_EVENTS
    ]
    if rows:
        connection.execute(sa.insert(schema.events), rows)


def _content(event: Metrics | Note) -> dict[str, Any]:
    content = plain(asdict(event))
    if isinstance(event, Metrics):
        content["values"] = {name: value for name, value in content["values"].items() if value is not None}
    return content


def read_events(connection: Connection, run_id: str, after: int) -> list[StoredEvent]:
    """Return the events with a number above `after`, in order."""
    table = schema.events.c
    query = sa.select(table.number, table.kind, table.content).where(
        table.run_id == run_id, table.number > after
    )
    kinds: dict[str, type[Metrics] | type[Note]] = {"metrics": Metrics, "note": Note}
    rows = connection.execute(query.order_by(table.number))
    return [StoredEvent(number, kinds[kind](**content)) for number, kind, content in rows]


def write_snapshots(connection: Connection, run_id: str, new: Sequence[Snapshot]) -> int:
    """Keep snapshots while there is room for this run's; return the bytes written."""
    if not new:
        return 0
    kept = read_snapshots(connection, run_id)
    count, room = len(kept), MAX_SNAPSHOT_BYTES - sum(info.num_bytes for info in kept)
    written = 0
    for snapshot in new:
        data = packed(snapshot.weights)
        if count < MAX_SNAPSHOTS and written + len(data) <= room:
            _write(connection, run_id, "snapshot", snapshot.arm, snapshot.step, snapshot.epoch, data)
            count, written = count + 1, written + len(data)
    return written


def write_final(connection: Connection, run_id: str, final: dict[str, np.ndarray]) -> int:
    """Keep the final weights; return the bytes written."""
    data = packed(final)
    _write(connection, run_id, "final", "", 0, 0.0, data)
    return len(data)


def _write(
    connection: Connection, run_id: str, kind: str, arm: str, step: int, epoch: float, data: bytes
) -> None:
    row = {"run_id": run_id, "kind": kind, "arm": arm, "step": step, "epoch": epoch}
    connection.execute(sa.insert(schema.weights).values(**row, num_bytes=len(data), data=data))


def read_snapshots(connection: Connection, run_id: str) -> list[SnapshotInfo]:
    """Return where snapshots were taken, by arm and step."""
    table = schema.weights.c
    query = sa.select(table.step, table.epoch, table.arm, table.num_bytes)
    query = query.where(table.run_id == run_id, table.kind == "snapshot").order_by(table.arm, table.step)
    return [SnapshotInfo(*row) for row in connection.execute(query)]


def read_weights(
    connection: Connection, run_id: str, step: int | None, arm: str
) -> dict[str, np.ndarray] | None:
    """Return the snapshot at `step`; without a step the final weights, or else the newest snapshot."""
    table = schema.weights.c
    query = sa.select(table.data).where(table.run_id == run_id)
    if step is None:
        query = query.order_by(sa.case((table.kind == "final", 0), else_=1), table.step.desc())
    else:
        query = query.where(table.kind == "snapshot", table.step == step, table.arm == arm)
    data = connection.execute(query.limit(1)).scalar()
    return None if data is None else safetensors_numpy.load(data)


def packed(arrays: Mapping[str, np.ndarray]) -> bytes:
    """Return the arrays as safetensors bytes."""
    return safetensors_numpy.save({name: np.ascontiguousarray(array) for name, array in arrays.items()})
