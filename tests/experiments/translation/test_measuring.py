"""What is said of translations, against counts made by hand."""

from __future__ import annotations

import math

import pytest

from seqviz.corpora.pairs import Pair
from seqviz.experiments.translation.measuring import Measured


def measured(*rows):
    pairs = tuple(Pair(tuple(source.split()), tuple(target.split())) for source, target, _ in rows)
    return Measured(pairs, tuple(tuple(written.split()) for *_, written in rows), pairs, 1.0)


GO = [("go !", "va !", "allez !"), ("go !", "allez !", "allez !"), ("stop it now", "arrête ça", "arrête")]


def test_a_sentence_is_right_if_it_is_one_of_the_translations_that_the_pairs_give():
    found = measured(*GO)
    assert found.references == [[("va", "!"), ("allez", "!")]] * 2 + [[("arrête", "ça")]]
    assert found.right.tolist() == [True, True, False]
    assert found.by_length() == {2: 1.0, 3: 0.0}


def test_bleu_counts_n_grams_of_any_reference_once_for_each_source_and_punishes_shortness():
    written = "le chat dort sur le lit"
    found = measured(("a", "le chat noir dort sur le lit", written), ("a", "un chat dort sur le lit", written),
                     ("b", "il part ce soir tard", "il part ce soir"))  # fmt: skip
    # 1-grams 6/6 and 4/4, 2-grams 5/5 and 3/3, 3-grams 3/4 (“le chat dort” is new) and 2/2, 4-grams 2/3 and 1/1
    precisions = [10 / 10, 8 / 8, 5 / 6, 3 / 4]
    brevity = math.exp(1 - 11 / 10)  # references of 6 and 5 tokens, 6 and 4 written
    assert found.bleu() == pytest.approx(brevity * math.prod(precisions) ** 0.25)


def test_bleu_of_what_shares_no_word_is_nearly_nothing():
    assert measured(("a", "le chat dort bien ici", "un deux trois quatre cinq")).bleu() < 0.05


def test_perfect_translations_have_a_bleu_of_one():
    assert measured(("a", "le chat dort bien", "le chat dort bien")).bleu() == pytest.approx(1.0)
