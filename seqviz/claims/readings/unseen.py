"""Words that a text never had: of how many fastText finds the word that they are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from seqviz.claims.outcome import Outcome
from seqviz.embeddings.fasttext import FastTextConfig, vector_of_any_word
from seqviz.embeddings.space import to_unit
from seqviz.experiments.word_vectors.train import FASTTEXT_BUCKETS
from seqviz.text.augmentation import TYPOS, mistake

SHORTEST = 4
NEAREST = 5
#: Endings that English verbs and nouns take.
ENDINGS = ("s", "ing", "ed", "er", "ly", "ness")
CHANGES = (*TYPOS, "unseen inflection")
_CONFIG = FastTextConfig(num_buckets=FASTTEXT_BUCKETS)


def originals_found(outcome: Outcome, change: str) -> float:
    """Return the share of changed words whose original is among the five nearest words.

    Args:
        outcome: of a fastText run.
        change: one of `CHANGES`.
    """
    words = tuple(outcome.extras["words"])
    pairs = changed_words(words, change, int(outcome.config["seed"]))
    return float((places_of_originals(words, outcome.weights, pairs) < NEAREST).mean())


def places_of_originals(
    words: Sequence[str], weights: Mapping[str, np.ndarray], pairs: Sequence[tuple[str, str]]
) -> np.ndarray:
    """Return how many words are nearer to each changed word than its original is, (num_pairs,).

    Args:
        words: of the text.
        weights: of a fastText run: `vectors` of the words, and the `table` of words and n-grams.
        pairs: (changed, original).
    """
    units = to_unit(weights["vectors"])
    composed = np.stack([vector_of_any_word(one, words, weights["table"], _CONFIG) for one, _ in pairs])
    cosines = to_unit(composed) @ units.T
    rows = np.array([words.index(original) for _, original in pairs])
    return (cosines > cosines[np.arange(len(rows)), rows][:, None]).sum(axis=1)


def changed_words(words: Sequence[str], change: str, seed: int) -> list[tuple[str, str]]:
    """Change every word of four letters and more; return (changed, original) of those that are no word of the text.

    Args:
        words: of the text.
        change: one of `CHANGES`.
        seed: of the places, letters and endings.
    """
    generator, known = np.random.default_rng(seed), set(words)
    pairs = []
    for word in words:
        if len(word) >= SHORTEST and word.isalpha():
            ending = ENDINGS[int(generator.integers(len(ENDINGS)))]
            changed = mistake(word, change, generator) if change in TYPOS else word + ending
            if changed not in known:
                pairs.append((changed, word))
    return pairs
