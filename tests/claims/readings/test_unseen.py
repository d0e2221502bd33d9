from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from seqviz.claims.readings import unseen
from seqviz.claims.readings.unseen import ENDINGS, changed_words, originals_found
from seqviz.embeddings.fasttext import vector_of_any_word
from seqviz.embeddings.space import WordVectors
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.text.augmentation import TYPOS


@pytest.mark.parametrize("change", TYPOS)
def test_a_typo_is_one_change_and_no_word_of_the_text(change):
    words = ("kitchen", "cats", "cat", "book", "better")
    lengths = {"swap": 0, "deletion": -1, "doubling": 1, "wrong key": 0}
    for changed, original in changed_words(words, change, 1):
        assert len(changed) - len(original) == lengths[change]
        assert changed[0] == original[0] and changed not in words
        assert len(original) >= 4


def test_an_unseen_inflection_is_a_word_with_an_ending():
    pairs = changed_words(("kitchen", "walk"), "unseen inflection", 0)
    assert [(changed.startswith(word), changed[len(word) :] in ENDINGS) for changed, word in pairs] == [
        (True, True)
    ] * 2


def test_an_original_is_found_where_a_search_word_by_word_finds_it(monkeypatch):
    run = load_bundled_run("world_fasttext")
    words = tuple(run.extras["words"])
    some = changed_words(words, "doubling", 0)[:25]
    monkeypatch.setattr(unseen, "changed_words", lambda *arguments: some)
    vectors = WordVectors(words, run.weights["vectors"])
    found = 0
    for changed, original in some:
        composed = vector_of_any_word(changed, words, run.weights["table"], unseen._CONFIG)
        cosines = vectors.units @ (composed / np.linalg.norm(composed))
        found += original in [words[row] for row in np.argsort(-cosines)[:5]]
    outcome = SimpleNamespace(extras=run.extras, weights=run.weights, config=run.config)
    assert originals_found(outcome, "doubling") == pytest.approx(found / len(some))
