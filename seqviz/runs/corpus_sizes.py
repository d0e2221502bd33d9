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
#: Cleaning -> seconds per token: of the bundled reviews, whose few words are each looked up once, and of others.
SECONDS_PER_TOKEN_CLEANED: dict[str, tuple[float, float]] = {
    "none": (0.0, 0.0),
    "stems": (1.7e-6, 2.6e-6),
    "lemmas": (1.4e-6, 1.9e-6),
    "no stop words": (0.6e-6, 0.6e-6),
    "no stop words or negations": (0.6e-6, 0.6e-6),
}
#: Share of the tokens that a cleaning leaves, on the bundled and on real reviews; the others leave all.
TOKENS_LEFT = {"no stop words": 0.55, "no stop words or negations": 0.54}
#: The bundled reviews are cleaned whole, their test part included, before some of them are drawn.
NUM_BUNDLED = 7_800


def corpus_size(corpus: str, cleaning: str = "none") -> tuple[int, float]:
    """Return how many texts a corpus trains on and their mean length in tokens once cleaned, as far as it is known."""
    num_texts, mean_length = CORPUS_SIZES.get(corpus, UNKNOWN_CORPUS)
    return num_texts, mean_length * TOKENS_LEFT.get(cleaning, 1.0)


def num_validation(corpus: str) -> int:
    """Return how many texts of a corpus are set aside for validation, as far as it is known."""
    return VALIDATION_SIZES.get(corpus, corpus_size(corpus)[0] // 9)


def reading_seconds(corpus: str) -> float:
    """Estimate the seconds that it takes to read a corpus from its files; the bundled one is there."""
    num_texts, mean_length = corpus_size(corpus)
    return 0.0 if corpus == "reviews" else num_texts * mean_length * SECONDS_PER_TOKEN_OF_FILES


def cleaning_seconds(corpus: str, cleaning: str, num_train: int = 0) -> float:
    """Estimate the seconds that it takes to clean the texts of a corpus.

    Args:
        corpus: whose texts.
        cleaning: a key of `cleaning_levels.CLEANINGS`.
        num_train: texts that are learned from; 0 stands for all.
    """
    size, mean_length = corpus_size(corpus)
    num_texts = NUM_BUNDLED if corpus == "reviews" else min(size, num_train or size) + num_validation(corpus)
    return num_texts * mean_length * SECONDS_PER_TOKEN_CLEANED[cleaning][corpus != "reviews"]
