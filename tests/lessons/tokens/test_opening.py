import pytest

from seqviz.lessons.tokens.opening import ALL_THAT_CAN_BECOME, TWO_BECOME_ONE
from seqviz.lessons.tokens.pictures import batch_cells
from seqviz.text.vocabulary import SPECIALS, Vocabulary


@pytest.mark.parametrize(("num_different", "holds"), [((7, 6), True), ((7, 7), False), ((7, 5), False)])
def test_exactly_two_tokens_must_become_one(num_different, holds):
    assert TWO_BECOME_ONE.holds(num_different) is holds


@pytest.mark.parametrize(
    ("texts", "holds"),
    [
        (("a", "a b a", "x"), True),
        (("a", "a b a"), False),
        (("a b", "a b a", "x b"), False),
        (("a", "a b", "x"), False),
    ],
)
def test_the_batch_must_hold_a_padded_a_cut_and_an_unknown_text(texts, holds):
    vocabulary = Vocabulary((*SPECIALS, "a", "b"))
    cells = batch_cells([text.split() for text in texts], vocabulary, 2, "first")
    assert ALL_THAT_CAN_BECOME.holds(cells) is holds


def test_texts_of_unequal_length_break_it():
    kinds = ("has an id", "unknown", "padding")
    whole = {place: ("a", kind) for place, kind in enumerate(kinds, 1)}
    assert ALL_THAT_CAN_BECOME.holds([whole, whole | {4: ("a", "cut off")}])
    assert not ALL_THAT_CAN_BECOME.holds([whole, whole | {4: ("a", "padding"), 5: ("a", "cut off")}])
