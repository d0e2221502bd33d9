"""Each number from the two before it: can a small recurrent net find the rule, and how far does it carry?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.runs.bounds import check, number, one_of, whole
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting

ARMS = ("tanh", "relu")


@dataclass(frozen=True)
class FibonacciExperiment:
    """Every setting of the comparison; its arms are a plain net with tanh and one with ReLU.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "fibonacci"
    version: ClassVar[int] = 1

    num_terms: int = whole(12, 4, 30, "numbers of the sequence that it learns from")
    starts: str = one_of(
        "many", ("many", "Fibonacci's"), "sequences that it learns from: many beginnings, or 1, 1 alone"
    )
    hidden_size: int = whole(4, 1, 16, "units")
    learning_rate: float = number(0.01, 1e-5, 1.0, "size of a step")
    num_steps: int = whole(1_500, 10, 10_000, "steps of each net")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        return 1.0 + 2 * self.num_steps * (0.0009 + 2e-5 * self.num_terms)

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return f"tanh and ReLU of {config['hidden_size']} units", counted_setting(config, "num_steps")
