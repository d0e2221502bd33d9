"""Train word vectors on a text, by any of five methods, and watch their map as they move."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import ClassVar, Literal

from seqviz.runs.bounds import check, number, one_of, text, whole
from seqviz.runs.experiment import JudgedBy
from seqviz.runs.named_files import names_upload
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting, on_text

Method = Literal["skip-gram", "cbow", "hierarchical softmax", "glove", "fasttext"]
GLOVE_LEARNING_RATE_FACTOR = 4.0  # AdaGrad's steps shrink at once; 0.025 becomes 0.1
METHODS: tuple[Method, ...] = ("skip-gram", "cbow", "hierarchical softmax", "glove", "fasttext")

#: Corpus -> words, as far as it is known beforehand.
CORPUS_WORDS = {"world": 115_000, "reviews": 110_000, "harbour": 20_000, "imdb": 5_700_000}
UNKNOWN_WORDS = 1_000_000
#: Corpus -> different words; where GloVe's empty cells count too, its work grows with their square.
DIFFERENT_WORDS = {"world": 590, "reviews": 720, "harbour": 1_500}
UNKNOWN_VOCABULARY = 2_000
WORDS_PER_SECOND: dict[Method, float] = {
    "skip-gram": 800_000,
    "cbow": 800_000,
    "hierarchical softmax": 150_000,
    "glove": 800_000,
    "fasttext": 250_000,
}


@dataclass(frozen=True)
class WordVectorsExperiment:
    """Every setting of a word-vector training; the same settings on the same machine give the same vectors.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "word-vectors"
    version: ClassVar[int] = 3
    judged_by: ClassVar[JudgedBy] = JudgedBy("train_loss", "loss", "loss")

    corpus: str = text(
        "world", 4_000, "the text: world, reviews, imdb, movie_reviews, harbour, gutenberg:NAME, or a file"
    )
    method: Method = one_of("skip-gram", METHODS, "how the vectors are learned")
    dim: int = whole(50, 2, 300, "numbers in each word vector")
    window: int = whole(4, 1, 20, "the largest distance of a context word")
    negatives: int = whole(5, 1, 20, "noise words for each pair (skip-gram, CBOW, fastText)")
    noise_power: float = number(
        0.75, 0.0, 1.0, "power of the counts by which noise is drawn (skip-gram, CBOW, fastText)"
    )
    subsample: float = number(
        0.001, 0.0, 1.0, "threshold t above which frequent words are thinned out; 0: none"
    )
    num_epochs: int = whole(15, 1, 100, "times the text is read (GloVe: its co-occurrences)")
    learning_rate: float = number(
        0.025,
        1e-5,
        10.0,
        "size of the first step; GloVe takes 4 times as much, for the steps of its AdaGrad shrink at once",
    )
    min_count: int = whole(1, 1, 1_000, "words that occur less often are left out")
    max_words: int = whole(20_000, 10, 50_000, "words kept at most, the most frequent ones")
    text_share: float = number(1.0, 0.01, 1.0, "share of the text that is read, from its beginning")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers")
    full_count: float = number(
        100.0, 1.0, 1_000.0, "x_max, the count from which on a cell has its full weight (GloVe)"
    )
    pseudocount: float = number(
        0.0, 0.0, 1.0, "added to every cell, so that empty ones count too; 0: they are left out (GloVe)"
    )

    def __post_init__(self) -> None:
        check(self)

    @property
    def first_step(self) -> float:
        """Size of the first step that is really taken: GloVe's is larger by a factor, see `learning_rate`."""
        return self.learning_rate * (GLOVE_LEARNING_RATE_FACTOR if self.method == "glove" else 1.0)

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        num_words = round(self.text_share * CORPUS_WORDS.get(self.corpus, UNKNOWN_WORDS))
        if self.method == "glove" and self.pseudocount:
            num_words = min(self.max_words, DIFFERENT_WORDS.get(self.corpus, UNKNOWN_VOCABULARY)) ** 2
        return 1.0 + self.num_epochs * num_words * (0.5 + self.dim / 100) / WORDS_PER_SECOND[self.method]

    def is_private(self) -> bool:
        """Tell whether the text is a person's own upload."""
        return names_upload(asdict(self))

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        size = f"{config['dim']} numbers, window {config['window']}"
        return f"{config['method']}, {size}", on_text(config, "world"), counted_setting(config, "num_epochs")
