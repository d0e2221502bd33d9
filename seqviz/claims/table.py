"""The table of a trial: one value for each arm under each condition and seed, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from seqviz.claims.claim import Claim, Condition, Part

FINISHED = "finished"


@dataclass(frozen=True)
class Row:
    """One measurement.

    Attributes:
        condition: under which.
        arm: of the part.
        seed: of the run.
        value: measured; None where the run did not get so far.
        state: how the run ended: finished, diverged, stopped, lost, failed.
        run: its id in the store.
    """

    condition: Condition
    arm: str
    seed: int
    value: float | None
    state: str = FINISHED
    run: str = ""

    def as_data(self) -> dict[str, Any]:
        """Return it as plain JSON data."""
        return asdict(self)


@dataclass(frozen=True)
class Differences:
    """What a condition's table comes to.

    Attributes:
        condition: which.
        seeds: those of which there is a difference.
        values: (num_seeds,), positive where the arm of the claim is better.
        broken: state -> how many measurements came to nothing, so that a seed is left out.
        unpaired: seeds of which one arm is still missing.
    """

    condition: Condition
    seeds: tuple[int, ...]
    values: np.ndarray
    broken: dict[str, int]
    unpaired: int


@dataclass(frozen=True)
class Table:
    """The measurements of a trial, in the order in which they were made."""

    rows: tuple[Row, ...]

    @classmethod
    def from_data(cls, rows: Iterable[dict[str, Any]]) -> Table:
        """Build it from plain JSON data."""
        return cls(tuple(Row(**row) for row in rows))

    @property
    def seeds(self) -> tuple[int, ...]:
        """Every seed of which there is a measurement."""
        return tuple(sorted({row.seed for row in self.rows}))

    def conditions(self) -> list[Condition]:
        """Return every condition of which there is a measurement, in order."""
        found: list[Condition] = []
        for row in self.rows:
            if row.condition not in found:
                found.append(row.condition)
        return found

    def under(self, condition: Condition) -> list[Row]:
        """Return the measurements under a condition."""
        return [row for row in self.rows if row.condition == condition]

    def differences(self, claim: Claim, condition: Condition, beside: str = "") -> Differences:
        """Pair the arms seed by seed.

        A seed whose arm diverged, stopped or was lost has no difference; it is counted, not passed over.

        Args:
            claim: that is tried.
            condition: under which.
            beside: an arm that is shown beside the claim's own, to be taken in its place.
        """
        part = claim.part(str(condition["part"]))
        part = replace(part, arm=beside or part.arm)
        by_seed: dict[int, dict[str, Row]] = {}
        for row in self.under(condition):
            if row.arm in part.arms:
                by_seed.setdefault(row.seed, {})[row.arm] = row
        found, broken, unpaired = {}, dict[str, int](), 0
        for seed, arms in sorted(by_seed.items()):
            failed = [row.state for row in arms.values() if row.value is None]
            for state in failed:
                broken[state] = broken.get(state, 0) + 1
            if not failed and len(arms) < len(part.arms):
                unpaired += 1
            elif not failed:
                found[seed] = _difference(part, {arm: _value(row) for arm, row in arms.items()})
        return Differences(condition, tuple(found), np.array(list(found.values())), broken, unpaired)


def _value(row: Row) -> float:
    assert row.value is not None
    return row.value


def _difference(part: Part, values: dict[str, float]) -> float:
    """Return by how much the arm of the claim is better, in the measure's unit or as a share."""
    theirs = values[part.against] if isinstance(part.against, str) else part.against
    difference = values[part.arm] - theirs
    if part.measure.relative:
        difference /= abs(theirs)
    return difference if part.measure.higher_is_better else -difference
