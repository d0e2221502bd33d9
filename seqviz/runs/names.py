"""What people call a run: its net and length, how it ended, whose it is, and when it was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from seqviz.runs.registry import judged_by
from seqviz.runs.settings import differing, written
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import TEACHER, RunRecord

MOST_TOLD = 3  # settings that a name may add to be told from another
#: State -> what people call it.
STATES: dict[str, str] = {"running": "learning"}


@dataclass(frozen=True)
class Viewer:
    """Who reads the names, when and where.

    Attributes:
        owner: the session, or TEACHER.
        now: an aware moment.
        zone: of the clock on the wall; None for this computer's.
    """

    owner: str
    now: datetime
    zone: tzinfo | None = None

    def whose(self, record: RunRecord) -> str:
        """Say whose a run is."""
        if record.owner == self.owner:
            return "yours"
        return "your teacher's" if record.owner == TEACHER else "somebody else's"

    def when(self, moment: datetime) -> str:
        """Write the time of day, and the date where it is not today."""
        here, today = moment.astimezone(self.zone), self.now.astimezone(self.zone)
        if here.date() == today.date():
            return f"{here:%H:%M}"
        year = f" {here:%Y}" if here.year != today.year else ""
        return f"{here.day} {here:%b}{year}, {here:%H:%M}"


def judged(kind: str, value: float | None) -> str:
    """Write the value of the measure that runs of a kind are judged by; "" where there is none."""
    unit = judged_by(kind).unit
    if value is None or not unit:
        return ""
    if unit == "share":
        return f"{100 * value:.1f}%"
    return f"loss {value:.3f}" if unit == "loss" else f"{value:.3f} {unit}"


def outcome(record: RunRecord, so_far: float | None = None) -> str:
    """Say how a run stands or ended.

    Args:
        record: the run.
        so_far: what was measured last of the measure it is judged by, where it has not finished.
    """
    word = STATES.get(record.state, record.state)
    if record.state == "finished":
        return judged(record.kind, (record.result or {}).get(judged_by(record.kind).result)) or word
    if record.is_live:  # its progress has a bar of its own, and a list's names should stand still
        return word
    at = f"{word} at {record.fraction:.0%}"
    value = judged(record.kind, so_far)
    return f"{at}, last measured {value}" if value else at


def name_of(record: RunRecord, viewer: Viewer, so_far: float | None = None, apart: str = "") -> str:
    """Name a run: "LSTM 32 · 8 epochs · 96.2% · yours, 14:02".

    Args:
        record: the run.
        viewer: who reads it.
        so_far: see `outcome`.
        apart: further settings, which tell it from another run of the list.
    """
    called = label_for(record, viewer) or settings_name(record.kind, record.config)
    parts = (called, apart, outcome(record, so_far))
    asked = f"{viewer.whose(record)}, {viewer.when(record.created)}"
    return " · ".join(part for part in (*parts, asked) if part)


def names_of(
    records: Sequence[RunRecord], viewer: Viewer, so_far: Mapping[str, float | None] | None = None
) -> dict[str, str]:
    """Name the runs of a list so that no two have one name: run's id -> name.

    Runs of nets called the same tell the settings in which they differ; where none does, the attempt.

    Args:
        records: of any kinds.
        viewer: who reads the list.
        so_far: run's id -> see `outcome`.
    """
    values, alike = so_far or {}, _called_alike(records)
    names = {
        record.id: name_of(record, viewer, values.get(record.id), _apart(record, alike[_called(record)]))
        for record in records
    }
    seconds = _repeated(names)
    names |= {
        r.id: f"{names[r.id]}:{r.created.astimezone(viewer.zone):%S}" for r in records if r.id in seconds
    }
    attempts = _repeated(names)
    names |= {r.id: f"{names[r.id]}, attempt {r.attempt}" for r in records if r.id in attempts}
    ids = _repeated(names)
    return names | {r.id: f"{names[r.id]} ({r.id})" for r in records if r.id in ids}


def label_for(record: RunRecord, viewer: Viewer) -> str:
    """Return the name that a run's owner gave it, where it is the reader's own run or the teacher's; else ""."""
    return (record.label or "") if record.owner in (viewer.owner, TEACHER) else ""


def _repeated(names: dict[str, str]) -> set[str]:
    counts = Counter(names.values())
    return {run_id for run_id, name in names.items() if counts[name] > 1}


def _called(record: RunRecord) -> tuple[str, str]:
    return record.kind, settings_name(record.kind, record.config)


def _called_alike(records: Sequence[RunRecord]) -> dict[tuple[str, str], list[RunRecord]]:
    alike: dict[tuple[str, str], list[RunRecord]] = {}
    for record in records:
        alike.setdefault(_called(record), []).append(record)
    return alike


def _apart(record: RunRecord, others: Sequence[RunRecord]) -> str:
    """Return the settings of a run in which others that are called alike have other values."""
    fields = dict.fromkeys(name for other in others for name in differing(record.config, other.config))
    return ", ".join(written(name, record.config[name]) for name in list(fields)[:MOST_TOLD])
