"""`trial`: put a claim on trial, or list all with the verdicts that come along."""

from __future__ import annotations

import argparse
from typing import Any

from seqviz.claims.config import TrialExperiment
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.levels import USUAL
from seqviz.cli.command import Command, CommandError
from seqviz.cli.run_progress import run_and_follow
from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store

REPORTED = ("claim", "verdict", "depends_on", "sentence", "conditions", "seeds")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help=f"one of {', '.join(CLAIMS)}")
    parser.add_argument(
        "--seeds", type=int, default=5, metavar="N", help="times every variant is run (default 5)"
    )
    parser.add_argument(
        "--levels", default=USUAL, metavar="TEXT", help='levels to try, as "lag=5,20; corpus=reviews"'
    )
    parser.add_argument(
        "--list", action="store_true", help="list the claims with the verdicts that come along"
    )


def _run(arguments: argparse.Namespace, store: Store) -> dict[str, Any]:
    if arguments.list:
        return _listed()
    if arguments.claim is None:
        raise CommandError("Name a claim to try, such as E4, or give --list to see them all.")
    experiment = TrialExperiment(arguments.claim, arguments.seeds, arguments.levels)
    record = run_and_follow(store, store.submit(experiment, TEACHER))
    result = record.result or {}
    return {"run": record.id} | {name: result[name] for name in REPORTED}


def _listed() -> dict[str, Any]:
    from seqviz.claims.finished import finished_verdicts  # reads the trials that come along

    verdicts = finished_verdicts()
    found = []
    for claim in CLAIMS.values():
        verdict = verdicts.get(claim.id)
        word = verdict.word if verdict else "not tried yet"
        found.append({"claim": claim.id, "verdict": word, "seeds": verdict.num_seeds if verdict else 0})
        print(f"{claim.id:4} {word:20} {claim.told}")
    return {"claims": found}


TRIAL = Command(
    name="trial",
    summary="put a claim of articles on trial over several seeds, or list the claims",
    examples=("python -m seqviz trial E4 --seeds 5", "python -m seqviz trial --list"),
    add_arguments=_add_arguments,
    run=_run,
)
