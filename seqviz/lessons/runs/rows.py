"""The runs of the list: this session's own, everybody's, and those that come with the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from seqviz.export.bundled_runs import BUNDLED, PRETRAINED
from seqviz.runs.experiment import to_config
from seqviz.runs.names import judged, outcome
from seqviz.runs.registry import judged_by, known_kinds
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import RunRecord
from seqviz.ui.runs import names
from seqviz.ui.runs.trained import bundled_run

MINE, EVERYBODYS, ALONG = "mine", "everybody's", "come with the app"
WHOSE = (MINE, EVERYBODYS, ALONG)


@dataclass(frozen=True)
class Row:
    """A run as the list shows it.

    Attributes:
        id: of the run; the file's name of one that comes with the app.
        name: what it is called here.
        kind: of experiment.
        config: the experiment's fields as plain JSON data.
        outcome: how it stands or ended, by the measure that its kind is judged by.
        record: in the store; None of one that comes with the app.
    """

    id: str
    name: str
    kind: str
    config: dict[str, Any]
    outcome: str
    record: RunRecord | None = None


def stored(records: Sequence[RunRecord]) -> list[Row]:
    """Return the rows of runs of the store, in their order."""
    called = names.names(records)
    return [
        Row(record.id, called[record.id], record.kind, record.config, outcome(record), record)
        for record in records
    ]


def along() -> list[Row]:
    """Return the rows of the runs that come with the app."""
    return [
        _along(name, experiment.kind, to_config(experiment))
        for name, experiment in (BUNDLED | PRETRAINED).items()
    ]


def _along(name: str, kind: str, config: dict[str, Any]) -> Row:
    said = judged(kind, bundled_run(name).result.get(judged_by(kind).result)) or "finished"
    return Row(name, f"{settings_name(kind, config)} · {said} · {name}", kind, config, said)


def chosen_rows(rows: Sequence[Row], kind: str, sought: str) -> list[Row]:
    """Return the rows of a kind whose name holds what is sought, capitals or not.

    Args:
        rows: of the list.
        kind: "" for every kind.
        sought: "" for all.
    """
    return [
        row for row in rows if (not kind or row.kind == kind) and sought.lower().strip() in row.name.lower()
    ]


def kinds() -> dict[str, str]:
    """Return what runs of each kind are: kind -> summary."""
    return {name: kind.summary for name, kind in known_kinds().items()}
