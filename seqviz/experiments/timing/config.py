"""How long a training step of a layer takes, and an update of word vectors; measured in turns, medians kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.runs.bounds import check, whole
from seqviz.runs.settings import Config

SECONDS_PER_STEP_UNIT_TOKEN = 2.5e-6  # of one layer, at 32 sequences per step
SECONDS_PER_WORD = 1.6e-5  # a tree, a table and a dozen updates for each word of the vocabulary


@dataclass(frozen=True)
class StepTimeExperiment:
    """Time a training step of every cell as the app trains it and of PyTorch's own GRU, in turns.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "step-time"
    version: ClassVar[int] = 1

    units: int = whole(32, 1, 256, "units of each layer, and inputs")
    length: int = whole(50, 1, 400, "tokens of a sequence")
    batch_size: int = whole(32, 1, 256, "sequences per step")
    repeats: int = whole(15, 3, 200, "steps measured of each layer")
    seed: int = whole(0, 0, 2**31 - 1, "which repetition this is: a time has no other randomness")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of one core."""
        size = self.batch_size / 32 * (1 + self.units / 16)
        return 0.2 + 5 * self.repeats * self.length * SECONDS_PER_STEP_UNIT_TOKEN * 20 * size

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return "layers in turn", f"{config['units']} units", f"length {config['length']}"


@dataclass(frozen=True)
class UpdateTimeExperiment:
    """Time the update of one word pair by full softmax, hierarchical softmax and negative sampling.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "update-time"
    version: ClassVar[int] = 1

    vocabulary_size: int = whole(10_000, 10, 1_000_000, "words that can be predicted")
    negatives: int = whole(5, 1, 20, "noise words of negative sampling")
    seed: int = whole(0, 0, 2**31 - 1, "of the words that are predicted")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of one core."""
        return 0.1 + self.vocabulary_size * SECONDS_PER_WORD

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return "full softmax and its short cuts", f"{config['vocabulary_size']:,} words"
