"""Why a net that reads from both ends must not predict the next word: it has read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.models.cells.registry import CELLS, Cell
from seqviz.runs.bounds import check, number, one_of, whole
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting, recurrent

ARMS = ("forward", "both directions")


@dataclass(frozen=True)
class NextWordExperiment:
    """Every setting of the comparison; its arms read forward and, wrongly, in both directions.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "next-word"
    version: ClassVar[int] = 1

    cell: Cell = one_of("lstm", CELLS, "the recurrent cell")
    hidden_size: int = whole(32, 1, 128, "units of each direction")
    embedding_dim: int = whole(24, 2, 128, "numbers in each word vector")
    learning_rate: float = number(0.01, 1e-5, 1.0, "size of a step")
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    batch_size: int = whole(32, 1, 128, "stories per step")
    num_steps: int = whole(200, 10, 3_000, "steps of each net")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        return 1.0 + 3 * self.num_steps * 0.008 * self.batch_size / 32 * (0.4 + self.hidden_size / 53)

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return recurrent(config), counted_setting(config, "num_steps")
