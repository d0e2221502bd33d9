"""`runs`, `export` and `delete`: what the store keeps."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from seqviz.cli.command import Command, add_run_argument
from seqviz.export.weights import write_weights
from seqviz.runs.names import Viewer, names_of
from seqviz.runs.store.records import TEACHER, RunRecord
from seqviz.runs.store.store import Store


def _runs(_arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    records = store.runs(TEACHER)
    names = names_of(records, Viewer(TEACHER, datetime.now(UTC)))
    return {"runs": [_summary(record, names[record.id]) for record in records]}


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
    record = store.run(arguments.run)
    write_weights(arguments.out, record, store.weights(record.id), store.extras(record.id))
    return {"run": record.id, "file": str(arguments.out)}


def _delete(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    store.delete(arguments.run, TEACHER)
    return {"run": arguments.run, "deleted": True}


def _add_export_arguments(parser: argparse.ArgumentParser) -> None:
    add_run_argument(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.safetensors", help="where they go")


RUNS = Command("runs", "list what the store keeps", ("python -m seqviz runs",), lambda _parser: None, _runs)
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
