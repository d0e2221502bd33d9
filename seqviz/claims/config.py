"""A trial of a claim, as an experiment: which claim, how many seeds, which levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.claims.claim import Claim
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.levels import USUAL, read_levels
from seqviz.claims.schedule import Entry, experiments_of, schedule
from seqviz.runs.bounds import check, one_of, text, whole
from seqviz.runs.settings import Config


@dataclass(frozen=True)
class TrialExperiment:
    """Every setting of a trial. Its runs are experiments of their own, so none is made twice.

    Raises:
        ConfigError: on a setting out of its bounds, or a level that the claim does not have.
    """

    kind: ClassVar[str] = "trial"
    version: ClassVar[int] = 2

    claim: str = one_of("E1", CLAIMS, "the claim that is tried")
    num_seeds: int = whole(5, 1, 30, "times every variant is run, each with its own random numbers")
    levels: str = text(USUAL, 400, "levels to try, as lag=5,20; corpus=reviews, or the usual ones")

    def __post_init__(self) -> None:
        check(self)
        read_levels(self.tried, self.levels)

    @property
    def tried(self) -> Claim:
        """The claim itself."""
        return CLAIMS[self.claim]

    def schedule(self) -> list[Entry]:
        """Return what is measured, in its order."""
        return schedule(self.tried, self.num_seeds, read_levels(self.tried, self.levels))

    def expected_seconds(self) -> float:
        """Estimate the seconds of one core, as if no run had been made before."""
        return 1.0 + sum(run.expected_seconds() for run in experiments_of(self.schedule()))

    def is_private(self) -> bool:
        """Tell whether it reads a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        seeds = config["num_seeds"]
        return f"claim {config['claim']} on trial", f"{seeds} seed{'' if seeds == 1 else 's'}"
