"""Train an encoder-decoder net on pairs of sequences, with or without attention."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, ClassVar

from seqviz.models.cells.registry import CELLS, Cell
from seqviz.runs.bounds import check, number, one_of, text, whole, whole_numbers
from seqviz.runs.experiment import ConfigError, JudgedBy
from seqviz.runs.named_files import names_upload
from seqviz.runs.settings import Config, text_name
from seqviz.runs.settings_name import counted_setting, recurrent

if TYPE_CHECKING:  # at run time it would load torch, which the help does without
    from seqviz.models.attention import AttentionKind

SECONDS_PER_STEP = 0.006  # at 32 pairs, 64 units, ten tokens a side


@dataclass(frozen=True)
class TranslationExperiment:
    """Every setting of a translation run.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "translation"
    version: ClassVar[int] = 1
    judged_by: ClassVar[JudgedBy] = JudgedBy("exact_match", "exact_match", "share")

    task: str = text("french", 4_000, "the pairs: reverse, dates, french, or a file")
    cell: Cell = one_of("gru", CELLS, "the recurrent cell of encoder and decoder")
    hidden_size: int = whole(64, 2, 256, "units of encoder and decoder: the size of the context vector")
    attention: AttentionKind = one_of("additive", ("none", "dot", "additive"), "how the decoder looks back")
    embedding_dim: int = whole(32, 2, 256, "numbers in each token's vector")
    dropout: float = number(
        0.0,
        0.0,
        0.8,
        "share of values set to zero while training: of the vectors read and of those that answer",
    )
    teacher_forcing: float = number(
        1.0, 0.0, 1.0, "share of steps in which the decoder is given the true tokens"
    )
    max_length: int = whole(14, 2, 40, "most tokens of a source or target; longer pairs are left out")
    num_pairs: int = whole(4_000, 50, 200_000, "pairs drawn, or taken from the file")
    vocabulary_size: int = whole(5_000, 10, 20_000, "tokens known on each side, the most frequent ones")
    batch_size: int = whole(32, 1, 256, "pairs per step")
    learning_rate: float = number(0.005, 1e-5, 1.0, "size of a step")
    schedule: str = one_of(
        "constant", ("constant", "one-cycle"), "how the learning rate changes over the run"
    )
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    num_epochs: int = whole(10, 1, 100, "times the net sees each pair")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        steps = self.num_epochs * self.num_pairs / self.batch_size
        size = (self.batch_size / 32) * (self.hidden_size / 64) * (self.max_length / 14)
        slow = 1 + (self.attention == "additive") + 2 * (1 - self.teacher_forcing)
        return 2.0 + steps * SECONDS_PER_STEP * (0.5 + 0.5 * size * slow)

    def is_private(self) -> bool:
        """Tell whether the pairs are a person's own upload."""
        return names_upload(asdict(self))

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        attention = "no attention" if config["attention"] == "none" else f"{config['attention']} attention"
        return (
            f"{recurrent(config)}, {attention}",
            text_name(config["task"]),
            counted_setting(config, "num_epochs"),
        )


@dataclass(frozen=True)
class BottleneckExperiment:
    """How long a sequence fits through a context vector of each size, without attention and with it.

    Every size is an arm twice over: the arms learn to reverse letters on the same pairs, epoch by epoch in turn.

    Raises:
        ConfigError: on a setting out of its bounds, or a size given twice.
    """

    kind: ClassVar[str] = "bottleneck"
    version: ClassVar[int] = 1

    cell: Cell = one_of("gru", CELLS, "the recurrent cell of encoder and decoder")
    context_sizes: tuple[int, ...] = whole_numbers(
        (16, 32, 64), 2, 128, (1, 5), "sizes of the context vector"
    )
    attention: AttentionKind = one_of(
        "additive", ("dot", "additive"), "how the decoder looks back in one half"
    )
    max_length: int = whole(10, 2, 24, "letters of the longest sequence")
    num_pairs: int = whole(3_000, 200, 20_000, "sequences to learn from")
    num_epochs: int = whole(8, 1, 60, "times each net sees each sequence")
    learning_rate: float = number(0.008, 1e-5, 1.0, "size of a step")
    num_seeds: int = whole(1, 1, 5, "times the whole comparison is made, each with its own random numbers")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)
        if len(set(self.context_sizes)) < len(self.context_sizes):
            raise ConfigError(f"The setting context_sizes needs different sizes, not {self.context_sizes}.")

    def arms(self) -> dict[str, TranslationExperiment]:
        """Return the nets that are compared: name (see `arm_name`) -> settings."""
        return {
            self.arm_name(kind, size, repeat): self._arm(kind, size, self.seed + repeat)
            for repeat in range(self.num_seeds)
            for kind in ("none", self.attention)
            for size in self.context_sizes
        }

    def arm_name(self, kind: str, size: int, repeat: int) -> str:
        """Name the net of one kind of attention and one size in one repetition."""
        return f"{kind} {size}" + (f" #{repeat + 1}" if repeat else "")

    def _arm(self, kind: str, size: int, seed: int) -> TranslationExperiment:
        return TranslationExperiment(
            task="reverse",
            cell=self.cell,
            hidden_size=size,
            attention=kind,  # type: ignore[arg-type]
            max_length=self.max_length,
            num_pairs=self.num_pairs,
            num_epochs=self.num_epochs,
            learning_rate=self.learning_rate,
            seed=seed,
        )

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        return sum(arm.expected_seconds() for arm in self.arms().values())

    def is_private(self) -> bool:
        """It reads nobody's text."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        sizes = ", ".join(map(str, config["context_sizes"]))
        return (
            f"{config['cell'].upper()} of {sizes} units, {config['attention']} attention and none",
            counted_setting(config, "num_epochs"),
            counted_setting(config, "num_seeds"),
        )
