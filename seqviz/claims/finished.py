"""Finished trials that come with the app, so that no claim is without its picture.

`python -m seqviz.claims.finished [CLAIM …]` makes them again: ten seeds of every usual condition, in the store that
is in use. Those that real reviews belong to are left as they are where the reviews are not at hand. Verdicts are not
kept: they are computed from the table whenever they are shown.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from seqviz.claims.claim import Condition
from seqviz.claims.config import TrialExperiment
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.levels import USUAL
from seqviz.claims.sentences import verdict_sentence
from seqviz.claims.table import Row, Table
from seqviz.claims.verdicts import Verdict, judge
from seqviz.corpora.imdb import find_imdb
from seqviz.corpora.real_data import use_real_reviews
from seqviz.corpora.records import CorpusError

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "trials"
NUM_SEEDS = 10
#: Claim -> further levels that are tried on real IMDB reviews.
ON_REAL_REVIEWS = dict.fromkeys(("E4", "E5", "E5b", "E11"), "corpus=imdb")
DIGITS = 6


@dataclass(frozen=True)
class FinishedTrial:
    """A trial as it ended.

    Attributes:
        table: what was measured.
        machine: on which computer and with which versions.
        seconds: that it took there, by the clock.
    """

    table: Table
    machine: dict[str, str]
    seconds: float


@cache
def finished_trial(claim_id: str) -> FinishedTrial | None:
    """Return the trial of a claim that comes with the app; None where none does."""
    path = FOLDER / f"{claim_id}.json"
    return load_trial(path) if path.exists() else None


@cache
def finished_verdict(claim_id: str) -> Verdict | None:
    """Judge a claim by the trial that comes with the app; None where none does."""
    trial = finished_trial(claim_id)
    return None if trial is None else judge(CLAIMS[claim_id], trial.table)


def finished_verdicts() -> dict[str, Verdict]:
    """Judge every claim whose trial comes along: claim's id -> verdict."""
    verdicts = {name: finished_verdict(name) for name in CLAIMS}
    return {name: verdict for name, verdict in verdicts.items() if verdict is not None}


def load_trial(path: Path) -> FinishedTrial:
    """Read a finished trial."""
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = tuple(
        Row(group["condition"], group["arm"], int(seed), *_value(value))
        for group in data["measured"]
        for seed, value in group["seeds"].items()
    )
    return FinishedTrial(Table(rows), data["machine"], data["seconds"])


def _value(value: float | str) -> tuple[float | None, str]:
    return (None, value) if isinstance(value, str) else (value, "finished")


def save_trial(result: dict[str, Any], path: Path) -> None:
    """Keep what a trial measured, not what follows from it: a value for each seed, or the word why there is none.

    Args:
        result: of the trial's run.
        path: the file.
    """
    groups: list[dict[str, Any]] = []
    for row in Table.from_data(result["rows"]).rows:
        group = _group_of(groups, row.condition, row.arm)
        group["seeds"][str(row.seed)] = row.state if row.value is None else float(f"{row.value:.{DIGITS}g}")
    data = {"measured": groups, "machine": result["machine"], "seconds": result["seconds"]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _group_of(groups: list[dict[str, Any]], condition: Condition, arm: str) -> dict[str, Any]:
    for group in groups:
        if group["condition"] == condition and group["arm"] == arm:
            return group
    groups.append({"condition": dict(condition), "arm": arm, "seeds": {}})
    return groups[-1]


def make_trial(claim_id: str, folder: Path = FOLDER) -> FinishedTrial:
    """Run a claim's trial, keep it in a file, and return it.

    Raises:
        CorpusError: if real reviews belong to it and are not on this computer.
    """
    if claim_id in ON_REAL_REVIEWS and find_imdb() is None:
        raise CorpusError("neither SEQVIZ_IMDB nor SEQVIZ_TEST_DATA names real IMDB reviews")
    levels = [USUAL, *filter(None, [ON_REAL_REVIEWS.get(claim_id)])]
    results = [_run(TrialExperiment(claim_id, NUM_SEEDS, each)) for each in levels]
    whole = results[0] | {
        "rows": [row for result in results for row in result["rows"]],
        "seconds": sum(result["seconds"] for result in results),
    }
    save_trial(whole, folder / f"{claim_id}.json")
    return load_trial(folder / f"{claim_id}.json")


def _run(experiment: TrialExperiment) -> dict[str, Any]:
    """Run one trial and return its result, telling on standard error how far it is."""
    from seqviz.claims.trial import run_trial  # loads torch, which reading a trial does without
    from seqviz.runs.events import Finished, Progress

    for event in run_trial(experiment):
        if isinstance(event, Progress):
            said = f"{experiment.claim} {event.fraction:5.1%} {event.message}"
            print(f"\r{said:100.100}", end="", file=sys.stderr)
        elif isinstance(event, Finished):
            return event.result
    raise RuntimeError("the trial ended without a result")


def _main(names: Sequence[str]) -> None:
    import torch

    torch.set_num_threads(1)
    use_real_reviews()
    for name in names or CLAIMS:
        try:
            told = verdict_sentence(CLAIMS[name], judge(CLAIMS[name], make_trial(name).table))
        except CorpusError as missing:
            told = f"left as it is, for {missing}."
        print(f"\n{name}: {told}")


if __name__ == "__main__":
    _main(sys.argv[1:])
