"""The baseline beside every net: TF-IDF of words and word pairs with logistic regression."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import ClassVar

from seqviz.runs.bounds import check, one_of, text, whole
from seqviz.runs.corpus_sizes import cleaning_seconds, corpus_size, num_validation, reading_seconds
from seqviz.runs.experiment import JudgedBy
from seqviz.runs.named_files import names_upload
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import on_text
from seqviz.text.cleaning_levels import CLEANINGS

#: Measured on IMDB: about 20 s for five million tokens; the bundled reviews have few different pairs of words.
SECONDS_PER_TOKEN, SECONDS_PER_TOKEN_BUNDLED = 4e-6, 1.6e-6
START_SECONDS, SECONDS_PER_TOKEN_MEASURED = 0.05, 1.5e-6


@dataclass(frozen=True)
class BaselineExperiment:
    """Fit the baseline on a corpus and measure it on the same validation part as the nets.

    Raises:
        ConfigError: on a corpus name out of its bounds.
    """

    kind: ClassVar[str] = "baseline"
    version: ClassVar[int] = 2
    judged_by: ClassVar[JudgedBy] = JudgedBy(result="accuracy", unit="share")

    corpus: str = text("reviews", 4_000, "the reviews to learn from")
    longest: int = whole(2, 1, 3, "words of the longest n-gram that is counted; with 1 their order is lost")
    num_train: int = whole(0, 0, 25_000, "reviews to learn from, drawn by the seed; 0 takes all")
    cleaning: str = one_of("none", CLEANINGS, "what every review goes through before it is cut into words")
    seed: int = whole(0, 0, 2**31 - 1, "draws the reviews, where not all are taken")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of one core."""
        num_texts, mean_length = corpus_size(self.corpus, self.cleaning)
        num_texts = min(num_texts, self.num_train or num_texts)
        per_token = SECONDS_PER_TOKEN_BUNDLED if self.corpus == "reviews" else SECONDS_PER_TOKEN
        preparing = reading_seconds(self.corpus) + cleaning_seconds(
            self.corpus, self.cleaning, self.num_train
        )
        measuring = num_validation(self.corpus) * mean_length * SECONDS_PER_TOKEN_MEASURED
        return START_SECONDS + preparing + num_texts * mean_length * per_token + measuring

    def is_private(self) -> bool:
        """Tell whether the reviews are a person's own upload."""
        return names_upload(asdict(self))

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return "TF-IDF and logistic regression", on_text(config, "reviews")
