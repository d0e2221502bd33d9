from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.stop_words import negations, negations_in, remove_stop_words, stop_words


def test_stop_words_leave_the_negations():
    assert not stop_words() & negations()
    text = "The film was not good and I don't like it"
    assert remove_stop_words(text, stop_words()) == "film not good don't like"
    assert negations_in(text) == ["not", "don't"]
    assert negations_in("I don\u2019t and cannot") == ["don't", "cannot"]


def test_stop_words_in_capitals_go_too_and_parts_of_words_stay():
    assert remove_stop_words("THE THEME of Theo", {"the", "of"}) == "THEME Theo"


@given(
    st.lists(st.sampled_from(["a", "not", "film", "the", "22"])),
    st.sets(st.sampled_from(["a", "not", "the"])),
)
def test_exactly_the_listed_words_go(tokens, dropped):
    assert remove_stop_words(" ".join(tokens), dropped).split() == [t for t in tokens if t not in dropped]


def test_the_lists_of_words_hold_words_alone():
    for words_listed in (stop_words(), negations()):
        assert all(word.strip() and not word.startswith("#") for word in words_listed)
