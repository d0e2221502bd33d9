"""Train a net to predict a text symbol by symbol, and watch what it writes after each epoch."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import ClassVar

from seqviz.models.cells.registry import CELLS, Cell, cell_named
from seqviz.runs.bounds import check, number, one_of, text, whole, whole_numbers
from seqviz.runs.experiment import JudgedBy
from seqviz.runs.named_files import names_upload
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting, on_text, recurrent
from seqviz.text.pieces import Unit

HARBOUR_SYMBOLS = {"characters": 96_000, "words": 20_000}


@dataclass(frozen=True)
class LanguageModelExperiment:
    """Every setting of a language model; the same settings on the same machine give the same text.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "language-model"
    version: ClassVar[int] = 2
    judged_by: ClassVar[JudgedBy] = JudgedBy("bits_per_character", "bits_per_character", "bits per character")

    corpus: str = text("harbour", 4_000, "the text: harbour, gutenberg:NAME, or a file")
    unit: Unit = one_of("characters", ("characters", "words"), "what is predicted")
    cell: Cell = one_of("lstm", CELLS, "the recurrent cell")
    hidden_sizes: tuple[int, ...] = whole_numbers(
        (128,), 1, 256, (1, 3), "units of each layer, first layer first"
    )
    embedding_dim: int = whole(32, 2, 300, "numbers in each symbol's vector")
    dropout: float = number(0.0, 0.0, 0.8, "share of values set to zero while training, after each layer")
    vocabulary_size: int = whole(5_000, 10, 20_000, "symbols the net knows, the most frequent ones")
    sequence_length: int = whole(64, 2, 256, "symbols that a step reads and looks back over")
    batch_size: int = whole(32, 1, 256, "windows of the text per step")
    learning_rate: float = number(0.005, 1e-5, 1.0, "size of a step")
    schedule: str = one_of(
        "constant", ("constant", "one-cycle"), "how the learning rate changes over the run"
    )
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    num_epochs: int = whole(20, 1, 100, "times as many symbols as the text has are read")
    ngram_order: int = whole(5, 1, 8, "symbols in an n-gram of the counting model beside it")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        symbols = HARBOUR_SYMBOLS[self.unit] * (1 if self.corpus == "harbour" else 4)
        fixed, per_product = cell_named(self.cell).symbol_cost
        size, cost = self.embedding_dim, 0.0
        for hidden_size in self.hidden_sizes:
            cost += fixed + hidden_size * (size + hidden_size) * per_product
            size = hidden_size
        answers = 66 if self.unit == "characters" else self.vocabulary_size / 4
        return 2.0 + self.num_epochs * symbols * (cost + answers * size * 6e-11)

    def is_private(self) -> bool:
        """Tell whether the text is a person's own upload."""
        return names_upload(asdict(self))

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return (
            recurrent(config),
            config["unit"],
            on_text(config, "harbour"),
            counted_setting(config, "num_epochs"),
        )
