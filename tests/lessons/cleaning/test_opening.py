import pytest

from seqviz.lessons.cleaning.opening import KEEPS_NOT_AND_NUMBER, NEVER_EQUAL
from seqviz.text.chain import Stage


@pytest.mark.parametrize(
    ("left", "holds"),
    [
        ("not know 22", True),
        ("know 22", False),
        ("not know", False),
        ("I do not know about you at 22", False),
    ],
)
def test_the_negation_and_the_number_must_stay_and_much_else_go(left, holds):
    began = Stage("html", "<h2>I don't know about you at 22</h2>", "I don't know about you at 22")
    assert KEEPS_NOT_AND_NUMBER.holds([began, Stage("stop", began.after, left)]) is holds


def test_a_text_without_negation_or_number_shows_nothing():
    assert not KEEPS_NOT_AND_NUMBER.holds([Stage("html", "I know about you", "I know about you")] * 2)


def test_sentences_that_become_equal_break_it():
    assert NEVER_EQUAL.holds(None)
    assert not NEVER_EQUAL.holds("stop")
