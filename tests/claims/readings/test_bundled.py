"""Readings of the runs that come with the app."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import numpy as np
import pytest

from seqviz.claims.definitions.vectors import BANDS
from seqviz.claims.readings import influence, told_apart, unseen
from seqviz.claims.readings.bands import analogies_right, questions_in_band
from seqviz.claims.readings.influence import rank_correlation
from seqviz.claims.readings.told_apart import share_told_apart
from seqviz.claims.readings.unseen import ENDINGS, changed_words, originals_found
from seqviz.corpora.contrasts import contrasts
from seqviz.corpora.world import analogy_questions
from seqviz.embeddings.fasttext import vector_of_any_word
from seqviz.embeddings.space import WordVectors
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.text.augmentation import TYPOS


def test_the_analogies_of_a_run_are_those_that_it_counted_itself():
    run = load_bundled_run("world_skipgram")
    scores = run.result["analogies"].values()
    asked = sum(len(each) for each in analogy_questions().values())
    assert analogies_right(run) == pytest.approx(sum(right for right, _, _ in scores) / asked)


def test_bands_are_thirds_from_the_rarest_word_up():
    run = load_bundled_run("world_skipgram")
    counts = dict(zip(run.extras["words"], run.extras["counts"], strict=True))
    bands = [questions_in_band(counts, band) for band in BANDS]
    rarest = [[min(counts[word] for word in question) for question in band] for band in bands]
    assert max(rarest[0]) <= min(rarest[1]) and max(rarest[1]) <= min(rarest[2])
    assert Counter(sum(bands, [])) == Counter(q for asked in analogy_questions().values() for q in asked)
    assert max(map(len, bands)) - min(map(len, bands)) <= 1


def test_a_word_that_the_text_lacks_is_the_rarest():
    lacking = questions_in_band({}, BANDS[0])
    assert lacking == sorted(q for asked in analogy_questions().values() for q in asked)[: len(lacking)]


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


@pytest.mark.parametrize(
    ("answers", "expected"),
    [("knows", 1.0), ("always praises", 0.0), ("is the other way round", 0.0), ("is undecided", 0.0)],
)
def test_a_pair_is_told_apart_where_both_classes_are_right(answers, expected):
    praise = {pair.praise for pair in contrasts("negated", told_apart.NUM_PAIRS, 3)}
    says = {
        "knows": lambda text: float(text in praise),
        "always praises": lambda text: 1.0,
        "is the other way round": lambda text: float(text not in praise),
        "is undecided": lambda text: 0.5,
    }[answers]
    assert share_told_apart(lambda texts: np.array([says(t) for t in texts]), "negated", 3) == expected


def test_influence_falls_in_a_net_that_forgets_and_less_in_one_told_not_to(monkeypatch):
    monkeypatch.setattr(influence, "NUM_REVIEWS", 12)
    run = load_bundled_run("reviews_lstm")
    usual, remembering = (rank_correlation(run, False, bias) for bias in (None, 6.0))
    assert usual < -0.95
    assert remembering > usual + 0.3
    assert -1 <= rank_correlation(run, True, None) <= 1
