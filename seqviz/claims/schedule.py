"""In which order a trial measures: seed by seed, so that one that is stopped early leaves a balanced table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seqviz.claims.claim import Claim, Condition, Level, Reading
from seqviz.runs.experiment import Experiment


@dataclass(frozen=True)
class Entry:
    """One measurement to be made.

    Attributes:
        condition: under which.
        arm: of the condition's part.
        seed: of the run.
        reading: where the value comes from.
    """

    condition: Condition
    arm: str
    seed: int
    reading: Reading


def schedule(claim: Claim, num_seeds: int, levels: Mapping[str, tuple[Level, ...]]) -> list[Entry]:
    """Return every measurement of a trial: all arms of a seed before the next seed, the first arm in turn.

    Args:
        claim: on trial.
        num_seeds: of each arm; a formula needs one.
        levels: dial -> the levels to try instead of the usual ones.
    """
    entries = []
    for seed in range(1 if claim.kind == "exact" else num_seeds):
        for condition in claim.conditions(levels):
            part = claim.part(str(condition["part"]))
            for arm in part.arms_run if seed % 2 == 0 else part.arms_run[::-1]:
                reading = part.read(condition, arm, seed)
                if reading is not None:
                    entries.append(Entry(condition, arm, seed, reading))
    return entries


def by_run(entries: Sequence[Entry]) -> list[tuple[Experiment | None, list[Entry]]]:
    """Gather the measurements that are read from one run, in the order in which each run is first needed.

    Those that need no run are gathered seed by seed, under None.
    """
    found: dict[Experiment | int, list[Entry]] = {}
    for entry in entries:
        run = entry.reading.experiment
        found.setdefault(entry.seed if run is None else run, []).append(entry)
    return [(None if isinstance(run, int) else run, gathered) for run, gathered in found.items()]


def experiments_of(entries: Sequence[Entry]) -> list[Experiment]:
    """Return the different experiments that a trial runs."""
    return [experiment for experiment, _ in by_run(entries) if experiment is not None]
