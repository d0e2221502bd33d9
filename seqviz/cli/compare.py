"""`compare`: run one of the lessons' comparisons, whose arms take turns, and keep it in the store."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from seqviz.cli.command import Command, Parser
from seqviz.cli.fields import add_field_options, experiment_of
from seqviz.cli.run_progress import run_and_follow
from seqviz.runs.registry import experiment_class, known_kinds
from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store


def compared() -> dict[str, str]:
    """Return the kinds that this command runs: name -> what it compares."""
    return {kind.name: kind.summary for kind in known_kinds().values() if kind.command == COMPARE.name}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(metavar="COMPARISON", required=True, parser_class=Parser)
    for kind, meaning in compared().items():
        its_parser = kinds.add_parser(kind, help=meaning, description=meaning)
        its_parser.add_argument(
            "--config", type=Path, metavar="FILE.json", help="settings as one JSON object"
        )
        its_parser.add_argument(
            "--force",
            "--anew",
            dest="force",
            action="store_true",
            help="run even if the store has this very run",
        )
        add_field_options(its_parser, experiment_class(kind))
        its_parser.set_defaults(kind=kind)


def _run(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    experiment = experiment_of(arguments, experiment_class(arguments.kind)(), arguments.config)
    record = run_and_follow(store, store.submit(experiment, TEACHER, force=arguments.force))
    return {"run": record.id} | (record.result or {})


COMPARE = Command(
    name="compare",
    summary="run one of the lessons' comparisons, and keep it in the store",
    examples=(
        "python -m seqviz compare recall --longest-lag 80 --set-forget-bias --forget-bias 4",
        "python -m seqviz compare clipping --factor 1.2",
    ),
    add_arguments=_add_arguments,
    run=_run,
)
