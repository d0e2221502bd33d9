from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.stop_words import negations_in
from seqviz.text.word_patterns import JOINERS, _word, keep_case, one_of, written_word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("don't, 22!", ["don't", "22"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("e\u0301te\u0301 fini", ["e\u0301te\u0301", "fini"]),
        ("نمی\u200cخواهم", ["نمی\u200cخواهم"]),
        ("\U00011003\U00011038x y", ["\U00011003\U00011038x", "y"]),
    ],
)
def test_a_word_keeps_its_marks_and_joiners(text, found):
    assert written_word(text).findall(text) == found


@given(st.text() | st.text("ab é\u0301'\u2019\u200d\u093f\U00011038क"))
def test_the_quick_pattern_finds_what_the_thorough_one_finds(text):
    thorough = _word(one_of("M", rf"\w{JOINERS}"))
    assert written_word(text).findall(text) == thorough.findall(text)


def test_negations_are_told_in_lower_case_and_as_often_as_they_stand():
    assert negations_in("NOT now, don\u2019t: not ever, Noth.") == ["not", "don't", "not", "noth"]


@pytest.mark.parametrize(("pattern", "expected"), [("AM", "BE"), ("Am", "Be"), ("am", "be"), ("I", "Be")])
def test_case_is_taken_over(pattern, expected):
    assert keep_case(pattern, "be") == expected
