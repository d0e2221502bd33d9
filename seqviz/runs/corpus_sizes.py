"""How large the corpora of reviews are, for an estimate of what training on them takes."""

from __future__ import annotations

#: Corpus -> (training texts, mean tokens of a text).
CORPUS_SIZES: dict[str, tuple[int, float]] = {
    "reviews": (6_000, 18.0),
    "imdb": (22_500, 280.0),
    "movie_reviews": (1_800, 780.0),
}
UNKNOWN_CORPUS = (5_000, 100.0)


def corpus_size(corpus: str) -> tuple[int, float]:
    """Return how many texts a corpus trains on and their mean length in tokens, as far as it is known."""
    return CORPUS_SIZES.get(corpus, UNKNOWN_CORPUS)
