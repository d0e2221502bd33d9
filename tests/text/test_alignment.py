from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.alignment import align

SENTENCE = st.lists(st.sampled_from("abcd"), max_size=12)


def test_an_added_word_leaves_a_gap_in_the_other_text():
    assert align(["not", "good"], ["good"]) == ([0, 1], [None, 0])


def test_other_words_stand_under_each_other():
    assert align(["a", "good", "film"], ["a", "truly", "bad", "film"]) == ([0, 1, None, 2], [0, 1, 2, 3])


@given(SENTENCE, SENTENCE)
def test_every_token_has_its_column_and_no_column_is_empty(above, below):
    columns = align(above, below)
    assert len(columns[0]) == len(columns[1])
    for text, places in zip((above, below), columns, strict=True):
        assert [place for place in places if place is not None] == list(range(len(text)))
    assert all(pair != (None, None) for pair in zip(*columns, strict=True))


@given(SENTENCE)
def test_a_text_stands_exactly_under_itself(text):
    assert align(text, text) == (list(range(len(text))),) * 2
