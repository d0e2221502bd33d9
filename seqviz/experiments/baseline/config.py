"""The baseline beside every net: TF-IDF of words and word pairs with logistic regression."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import ClassVar

from seqviz.runs.bounds import check, text
from seqviz.runs.corpus_sizes import corpus_size
from seqviz.runs.named_files import names_upload

SECONDS_PER_TOKEN = 4e-6  # measured on IMDB: about 20 s for five million tokens


@dataclass(frozen=True)
class BaselineExperiment:
    """Fit the baseline on a corpus and measure it on the same validation part as the nets.

    Raises:
        ConfigError: on a corpus name out of its bounds.
    """

    kind: ClassVar[str] = "baseline"
    version: ClassVar[int] = 2

    corpus: str = text("reviews", 4_000, "the reviews to learn from")

    def __post_init__(self) -> None:
        check(self)

    def expected_seconds(self) -> float:
        """Estimate the seconds of one core."""
        num_texts, mean_length = corpus_size(self.corpus)
        return 1.0 + num_texts * mean_length * SECONDS_PER_TOKEN

    def is_private(self) -> bool:
        """Tell whether the reviews are a person's own upload."""
        return names_upload(asdict(self))
