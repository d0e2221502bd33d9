"""`runs`, `export` and `delete`: what the store keeps, and what comes with the app."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from seqviz.cli.command import Command, add_run_argument
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.export.kept_runs import WITH_THE_APP, kept_run
from seqviz.export.weights import write_weights
from seqviz.runs.experiment import to_config
from seqviz.runs.names import Viewer, judged, names_of
from seqviz.runs.registry import judged_by
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import TEACHER, RunRecord
from seqviz.runs.store.store import Store


def _runs(_arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    records = store.runs(TEACHER)
    names = names_of(records, Viewer(TEACHER, datetime.now(UTC)))
    own = [_summary(record, names[record.id]) for record in records]
    return {"runs": own, "with_the_app": [_with_the_app(name) for name in WITH_THE_APP]}


def _with_the_app(name: str) -> dict[str, Any]:
    """Sum up a run that comes with the app; its name stands wherever a run's id is asked."""
    experiment, result = WITH_THE_APP[name], load_bundled_run(name).result
    measure = judged_by(experiment.kind).result
    title = settings_name(experiment.kind, to_config(experiment))
    parts = (title, judged(experiment.kind, result.get(measure)), "comes with the app")
    return {
        "run": name,
        "name": " · ".join(part for part in parts if part),
        "kind": experiment.kind,
        "accuracy": result.get("accuracy"),
        "config": to_config(experiment),
    }


def _summary(record: RunRecord, name: str) -> dict[str, Any]:
    return {
        "run": record.id,
        "name": name,
        "kind": record.kind,
        "state": record.state,
        "accuracy": (record.result or {}).get("accuracy"),
        "seconds": record.seconds,
        "created": record.created.isoformat(timespec="seconds"),
        "mine": record.owner == TEACHER,
        "message": record.message,
        "config": record.config,
    }


def _export(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    run = kept_run(store, arguments.run)
    write_weights(arguments.out, run)
    return {"run": run.id, "file": str(arguments.out)}


def _delete(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    store.delete(arguments.run, TEACHER)
    return {"run": arguments.run, "deleted": True}


def _add_export_arguments(parser: argparse.ArgumentParser) -> None:
    add_run_argument(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.safetensors", help="where they go")


RUNS = Command(
    "runs",
    "list what the store keeps, and what comes with the app",
    ("python -m seqviz runs",),
    lambda _parser: None,
    _runs,
)
EXPORT = Command(
    "export",
    "write a net's weights with PyTorch's names, its settings and its vocabulary to one file",
    ("python -m seqviz export 4962e26d05b8a3f0-1 --out net.safetensors",),
    _add_export_arguments,
    _export,
)
DELETE = Command(
    "delete",
    "delete a run made on the command line, with its weights",
    ("python -m seqviz delete 4962e26d05b8a3f0-1",),
    add_run_argument,
    _delete,
)
