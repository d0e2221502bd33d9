"""Words that a text never had: of how many fastText finds the word that they are made from."""

from __future__ import annotations

from collections.abc import Sequence

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
_CONFIG = FastTextConfig(num_buckets=FASTTEXT_BUCKETS)


def originals_found(outcome: Outcome, change: str) -> float:
    """Return the share of changed words whose original is among the five nearest words.

    Args:
        outcome: of a fastText run.
        change: one of `augmentation.TYPOS`, or "unseen inflection".
    """
    words = tuple(outcome.extras["words"])
    pairs = changed_words(words, change, int(outcome.config["seed"]))
    table, units = outcome.weights["table"], to_unit(outcome.weights["vectors"])
    composed = np.stack([vector_of_any_word(changed, words, table, _CONFIG) for changed, _ in pairs])
    nearest = np.argsort(-(to_unit(composed) @ units.T), axis=1)[:, :NEAREST]
    rows = np.array([words.index(original) for _, original in pairs])
    return float((nearest == rows[:, None]).any(axis=1).mean())


def changed_words(words: Sequence[str], change: str, seed: int) -> list[tuple[str, str]]:
    """Change every word of four letters and more; return (changed, original) of those that are no word of the text.

    Args:
        words: of the text.
        change: one of `augmentation.TYPOS`, or "unseen inflection".
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
