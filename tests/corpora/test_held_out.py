import pytest

from seqviz.corpora.held_out import held_out, without_near_copies

SOURCES = [(f"word{k}", mark) for k in range(400) for mark in (".", "!")]


def test_a_share_is_held_out_and_the_same_words_are_never_on_both_sides():
    chosen = held_out(SOURCES, 0.25, seed=3)
    assert sum(chosen) / len(chosen) == pytest.approx(0.25, abs=0.06)
    assert chosen == held_out(SOURCES, 0.25, seed=3) != held_out(SOURCES, 0.25, seed=4)
    assert chosen[::2] == chosen[1::2]  # “word7 .” goes with “word7 !”


def test_sources_of_marks_alone_are_told_apart():
    sources = [("?",) * k for k in range(1, 200)]
    assert 0 < sum(held_out(sources, 0.5, seed=0)) < len(sources)


def test_a_source_that_shares_four_fifths_of_its_words_is_a_near_copy():
    known = [("he", "sold", "the", "old", "house")]
    others = [("he", "sold", "the", "old", "house", "."), ("he", "sold", "the", "new", "car")]
    assert without_near_copies(known, others) == [False, True]
