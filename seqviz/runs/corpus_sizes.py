"""How large the corpora of reviews are, for an estimate of what training on them takes."""

from __future__ import annotations

#: Corpus -> (training texts, mean tokens of a text).
CORPUS_SIZES: dict[str, tuple[int, float]] = {
    "reviews": (6_000, 18.0),
    "imdb": (22_500, 280.0),
    "movie_reviews": (1_800, 780.0),
}
UNKNOWN_CORPUS = (5_000, 100.0)
#: Corpus -> texts set aside for validation; of others, one for every nine that are learned from.
VALIDATION_SIZES = {"reviews": 600}
#: Measured on one core: a corpus is read from its files again for each run, but the bundled one, which is kept.
SECONDS_PER_TOKEN_OF_FILES = 0.36e-6


def corpus_size(corpus: str) -> tuple[int, float]:
    """Return how many texts a corpus trains on and their mean length in tokens, as far as it is known."""
    return CORPUS_SIZES.get(corpus, UNKNOWN_CORPUS)


def num_validation(corpus: str) -> int:
    """Return how many texts of a corpus are set aside for validation, as far as it is known."""
    return VALIDATION_SIZES.get(corpus, corpus_size(corpus)[0] // 9)


def reading_seconds(corpus: str) -> float:
    """Estimate the seconds that it takes to read a corpus from its files; the bundled one is there."""
    num_texts, mean_length = corpus_size(corpus)
    return 0.0 if corpus == "reviews" else num_texts * mean_length * SECONDS_PER_TOKEN_OF_FILES
