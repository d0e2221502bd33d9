from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.lessons.counting.documents import TABLES
from seqviz.lessons.counting.matrix import Counted
from seqviz.lessons.counting.tasks import (
    TASKS,
    Screen,
    nearly_all_zeros,
    pairs_alone,
    weighs_nothing,
    what_makes_them_alike,
)
from seqviz.text.counts import count_terms
from seqviz.text.weighting import weigh


def screen(documents, term="", shortest=1, longest=1, weighting="counts", is_corpus=False) -> Screen:
    texts = TABLES.get(documents, documents)
    matrix = count_terms(texts, shortest, longest)
    return Screen(
        Counted(texts, matrix, weigh(matrix, weighting), weighting), is_corpus, 0, term, shortest, longest
    )


def test_the_shared_word_makes_the_whole_cosine():
    result = what_makes_them_alike(screen("bikes", "bike"))
    assert result.is_done and "cosine of 0.50, and *bike* makes 100% of it" in result.said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (screen("bikes", "old"), "“old” comes 1 and 0 times"),
        (screen("bikes", "zebra"), "No document holds “zebra”"),
        (screen("bikes", "bike", weighting="textbook"), "with counts"),
        (screen(("one",), "one"), "Two documents"),
        (replace(screen("bikes", "bike"), counted=None), "Two documents"),
    ],
)
def test_a_word_of_one_document_makes_nothing_alike(there, said):
    assert not what_makes_them_alike(there).is_done and said in what_makes_them_alike(there).said


def test_pairs_alone_tell_the_order_apart():
    result = pairs_alone(screen("order", shortest=2, longest=2))
    assert result.is_done and "cosine of 1.00, pairs alone one of 0.00" in result.said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (screen("order"), "Count pairs alone"),
        (screen("order", longest=2), "Count pairs alone"),
        (screen("bikes", shortest=2, longest=2), "the same words in another order"),
        (screen(("a b", "a b")), "the same words in another order"),
    ],
)
def test_single_words_or_other_documents_are_not_the_task(there, said):
    assert not pairs_alone(there).is_done and said in pairs_alone(there).said


def test_pairs_of_a_corpus_make_more_zeros():
    texts = ("a b", "c d", "a c")  # 4 words in 6 of 12 cells; 3 pairs in 3 of 9 more
    result = nearly_all_zeros(screen(texts, longest=2, is_corpus=True))
    assert result.is_done
    assert (
        result.said
        == "Of the cells, 50.00% of 4 columns of words are 0; with the pairs, 57.14% of 7 columns."
    )
    assert "from 1 to 2" in nearly_all_zeros(screen(texts, is_corpus=True)).said
    assert "whole corpus" in nearly_all_zeros(screen(texts, longest=2)).said


def test_a_term_of_all_documents_weighs_nothing():
    result = weighs_nothing(screen("came", "i", weighting="textbook"))
    assert result.is_done
    assert "comes 2 times in document 1, and stands in 2 of 2 documents" in result.said
    assert not weighs_nothing(screen("came", "came")).is_done
    assert "0.1733" in weighs_nothing(screen("came", "came")).said  # ¼ ln 2
    assert not weighs_nothing(screen("came", "conquered")).is_done  # it is not in document 1
    assert "No document" in weighs_nothing(screen("came", "zebra")).said


def test_nothing_to_count_gets_a_sentence():
    for task in TASKS:
        assert not task.check(replace(screen("came"), counted=None)).is_done
