"""Does the order of the words matter? A net that cannot see it beside one that reads word after word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.runs.bounds import check, number, whole
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting

ARMS = ("feed-forward", "recurrent")


@dataclass(frozen=True)
class OrderExperiment:
    """Every setting of the comparison; both arms learn from the reviews that come with the app.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "order"
    version: ClassVar[int] = 1

    hidden_size: int = whole(32, 1, 128, "units of each net")
    embedding_dim: int = whole(16, 2, 128, "numbers in each word vector")
    learning_rate: float = number(0.005, 1e-5, 1.0, "size of a step")
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    batch_size: int = whole(32, 1, 256, "reviews per step")
    num_steps: int = whole(1_600, 10, 5_000, "steps of each net")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        return 2.0 + 2 * self.num_steps * (0.0015 + 2e-5 * self.batch_size)

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return f"feed-forward and recurrent net of {config['hidden_size']} units", counted_setting(
            config, "num_steps"
        )
