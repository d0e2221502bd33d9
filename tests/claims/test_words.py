from __future__ import annotations

import pytest

from seqviz.claims.claim import PART, Measure
from seqviz.claims.words import condition_in_words, difference_in_words, listed, what_differs


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        (Measure("accuracy", 0.01, as_share=True), 0.034, "+3.4 points"),
        (Measure("ms", 0.05, relative=True), -0.25, "−25%"),
        (Measure("share", 0.01, as_share=True), -0.25, "−25.0 points"),
        (Measure("share", 0.01, as_share=True), -0.0001, "+0.0 points"),
        (Measure("bits", 0.02), 0.1234, "+0.123"),
    ],
)
def test_a_difference_has_its_sign_and_unit(measure, value, words):
    assert difference_in_words(measure, value) == words


def test_words_are_listed_as_people_do():
    assert [listed(list("abc")[:count]) for count in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_a_condition_is_its_levels_without_its_part():
    condition = {PART: "one of several", "units": 1_000, "share": 0.125, "library": "Keras"}
    assert condition_in_words(condition) == "units 1,000 · share 0.125 · library Keras"


def test_conditions_are_what_differs_by_what_differs():
    conditions = [{PART: "one", "lag": lag, "corpus": "reviews"} for lag in (5, 40)]
    assert what_differs(conditions) == ["lag 5", "lag 40"]
    assert what_differs(conditions[:1]) == ["lag 5 · corpus reviews"]
    assert what_differs([{PART: "one"}]) == [""]
