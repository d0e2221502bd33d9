from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.brackets import (
    CLOSING,
    NOT_ASKED,
    OPENING,
    RIGHT,
    TOKENS,
    WORD,
    WRONG,
    bracket_strings,
    depths_of,
    labels_of,
    tokens_of,
)

MARKS = {"+": RIGHT, "-": WRONG, ".": NOT_ASKED}


@pytest.mark.parametrize(
    ("string", "labels"),
    [
        ("w ( w ) w", ". + + + ."),
        ("( w ]", "- - -"),
        ("( w [ w ) w )", "+ + - - - + +"),
        ("[ ( w w ) ]", "+ + + + + +"),
        ("( w", "- -"),
        (") w (", "- . -"),
        ("( [ w ]", "- + + +"),
    ],
)
def test_a_token_is_right_where_its_pair_is_of_one_kind(string, labels):
    assert labels_of(string.split()) == [MARKS[mark] for mark in labels.split()]


@pytest.mark.parametrize(
    ("string", "depths"),
    [("w ( w ) w", "0 1 1 1 0"), ("( [ w ] )", "1 2 2 2 1"), ("( ( ) w", "1 2 2 1"), (") w (", "0 0 1")],
)
def test_a_token_is_as_deep_as_brackets_are_open(string, depths):
    assert depths_of(string.split()) == [int(depth) for depth in depths.split()]


@pytest.mark.parametrize(("length", "deepest"), [(4, 1), (20, 4), (21, 8)])
def test_drawn_strings_close_what_they_open_and_go_no_deeper_than_asked(length, deepest):
    strings = bracket_strings(np.random.default_rng(0), 50, length, deepest, labels_of)
    assert strings.token_ids.shape == strings.labels.shape == (50, length)
    tokens = np.array(TOKENS)[strings.token_ids]
    depth = (np.isin(tokens, OPENING).astype(int) - np.isin(tokens, CLOSING)).cumsum(1)
    counted = bracket_strings(np.random.default_rng(0), 50, length, deepest, depths_of)
    assert (counted.token_ids == strings.token_ids).all()
    assert (counted.labels == depth + np.isin(tokens, CLOSING)).all()
    assert (depth[:, -1] == 0).all()
    assert depth.min() >= 0 and depth.max() <= deepest


def test_half_of_the_pairs_are_wrong_and_neither_side_alone_tells_which():
    """Else a net could mark words from one side."""
    strings = bracket_strings(np.random.default_rng(0), 2_000, 20, 4, labels_of)
    tokens = np.array(TOKENS)[strings.token_ids]
    for kind in OPENING + CLOSING:
        share = (strings.labels[tokens == kind] == RIGHT).mean()
        assert share == pytest.approx(0.5, abs=0.02), kind
    words = strings.labels[(tokens == WORD) & (strings.labels != NOT_ASKED)]
    assert (words == RIGHT).mean() == pytest.approx(0.5, abs=0.02)


def test_no_sum_of_two_sides_says_whether_both_are_of_one_kind():
    """What the page says of one layer: of the four cases a sum of a left and a right part gets three at most."""
    rng = np.random.default_rng(0)
    left, right = rng.normal(size=(2, 100_000, 2))
    same = np.eye(2, dtype=bool)
    scores = left[:, :, None] + right[:, None, :]
    assert ((scores > 0) == same).sum((1, 2)).max() == 3


def test_what_a_person_writes_becomes_brackets_and_words():
    assert tokens_of("(cats and[dogs) {", 40) == ["(", WORD, WORD, "[", WORD, ")", WORD]
    assert tokens_of("((((", 3) == ["("] * 3
    assert tokens_of("  ", 3) == []
