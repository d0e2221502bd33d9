"""Train a recurrent net to tell positive reviews from negative ones: the app's main experiment."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from seqviz.experiments.sentiment.cost import expected_seconds
from seqviz.models.cells.registry import CELLS, Cell
from seqviz.runs.bounds import check, number, one_of, switch, text, whole, whole_numbers
from seqviz.runs.experiment import JudgedBy
from seqviz.runs.named_files import names_upload
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting, on_text, recurrent
from seqviz.text.cleaning_levels import CLEANINGS

if TYPE_CHECKING:  # the module behind it loads torch, which a config does without
    from seqviz.models.sentiment import Pooling


@dataclass(frozen=True)
class SentimentExperiment:
    """Every setting of a sentiment run; the same settings on the same machine give the same numbers.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "sentiment"
    version: ClassVar[int] = 2
    judged_by: ClassVar[JudgedBy] = JudgedBy("validation_accuracy", "accuracy", "share")

    corpus: str = text("reviews", 4_000, "the reviews to learn from: reviews, imdb, movie_reviews, or a file")
    cell: Cell = one_of("lstm", CELLS, "the recurrent cell")
    hidden_sizes: tuple[int, ...] = whole_numbers(
        (32,), 1, 256, (1, 3), "units of each layer, first layer first"
    )
    bidirectional: bool = switch(False, "read the text from both ends")
    embedding_dim: int = whole(32, 2, 300, "numbers in each word vector")
    embedding: str = one_of("learned", ("learned", "skip-gram"), "word vectors: learned from nothing, or "
                            "first trained on the corpus by skip-gram")  # fmt: skip
    dropout: float = number(0.0, 0.0, 0.8, "share of values set to zero while training, after each layer")
    dropout_before_output: bool = switch(True, "drop values after the last layer too, before the output")
    pooling: Pooling = one_of(
        "max+mean", ("last", "mean", "max", "max+mean"), "what of the states the output sees"
    )
    optimizer: str = one_of("adam", ("adam", "rmsprop", "sgd"), "the optimizer")
    learning_rate: float = number(0.005, 1e-5, 100.0, "size of a step")
    schedule: str = one_of(
        "constant", ("constant", "one-cycle"), "how the learning rate changes over the run"
    )
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    vocabulary_size: int = whole(10_000, 10, 50_000, "words the net knows, the most frequent ones")
    max_length: int = whole(200, 1, 1_000, "tokens kept of each review")
    keep: Literal["first", "last"] = one_of("last", ("first", "last"), "which end of a longer review is kept")
    stretches: float = number(
        0.0, 0.0, 0.9, "share of steps that read a short stretch of each review, not all of it"
    )
    batch_size: int = whole(32, 1, 512, "reviews per step")
    num_epochs: int = whole(8, 1, 50, "times the net sees each review")
    time_budget: int = whole(0, 0, 3_600, "seconds of training after which the run ends; 0 sets no such end")
    num_train: int = whole(0, 0, 25_000, "reviews to learn from, drawn by the seed; 0 takes all")
    cleaning: str = one_of("none", CLEANINGS, "what every review goes through before it is cut into words")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        return expected_seconds(self)

    def is_private(self) -> bool:
        """Tell whether the reviews are a person's own upload."""
        return names_upload(asdict(self))

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return recurrent(config), on_text(config, "reviews"), counted_setting(config, "num_epochs")
