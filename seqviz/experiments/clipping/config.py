"""What clipping is for: three runs from one seed, without it, by norm and by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from seqviz.runs.bounds import check, number, one_of, whole
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting

if TYPE_CHECKING:  # the module behind it loads torch, which a config does without
    from seqviz.models.layer import Activation

ARMS = ("not clipped", "clipped by norm", "clipped by value")


@dataclass(frozen=True)
class ClippingExperiment:
    """Every setting of the three runs; they differ in clipping alone.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "clipping"
    version: ClassVar[int] = 1

    factor: float = number(
        1.3, 0.0, 3.0, "what the state is multiplied by from token to token at the beginning"
    )
    activation: Activation = one_of("relu", ("relu", "tanh"), "of the plain cell")
    length: int = whole(10, 2, 200, "numbers in a sequence")
    clip_norm: float = number(1.0, 0.001, 1_000.0, "largest norm, where clipping is by norm")
    clip_value: float = number(0.1, 0.0001, 1_000.0, "largest single number, where clipping is by value")
    learning_rate: float = number(0.05, 1e-5, 10.0, "size of a step")
    hidden_size: int = whole(16, 1, 128, "units")
    batch_size: int = whole(16, 1, 256, "sequences per step")
    num_steps: int = whole(1_500, 10, 3_000, "steps of each run")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        return 1.0 + 3 * self.num_steps * (4e-4 + self.length * 2.5e-5)

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        net = f"{config['activation']} net of {config['hidden_size']} units"
        return net, f"length {config['length']}", counted_setting(config, "num_steps")
