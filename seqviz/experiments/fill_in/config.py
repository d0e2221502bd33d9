"""Fill in a missing word from the words before it, from those after it, or from both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.models.cells.registry import CELLS, Cell
from seqviz.runs.bounds import check, number, one_of, whole, whole_numbers
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting, recurrent

SIDES = ("left", "right", "both")


@dataclass(frozen=True)
class FillInExperiment:
    """Every setting of the comparison; its arms see the left, the right, and both sides.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "fill-in"
    version: ClassVar[int] = 1

    cell: Cell = one_of("lstm", CELLS, "the recurrent cell")
    hidden_sizes: tuple[int, ...] = whole_numbers(
        (32,), 1, 128, (1, 3), "units of each layer, first layer first"
    )
    embedding_dim: int = whole(24, 2, 128, "numbers in each word vector")
    forget_bias: float = number(5.0, -4.0, 8.0, "the LSTM's forget-gate bias at the beginning")
    most_fillers: int = whole(4, 0, 8, "phrases between the two words that belong together, at most")
    learning_rate: float = number(0.01, 1e-5, 1.0, "size of a step")
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    batch_size: int = whole(32, 1, 128, "stories per step")
    num_steps: int = whole(400, 10, 5_000, "steps of each net")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        size = len(self.hidden_sizes) * self.batch_size / 32 * (0.4 + max(self.hidden_sizes) / 53)
        return 1.0 + 4 * self.num_steps * (0.003 + 0.0011 * self.most_fillers) * size

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return recurrent(config), counted_setting(config, "num_steps")
