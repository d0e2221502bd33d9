import pytest

from seqviz.embeddings.word_sum import read_word_sum


@pytest.mark.parametrize(
    "text",
    [
        "king - man + woman",
        "king − man + woman",
        "king + woman - man",
        " - man + king + woman ",
        "king-man+woman",
        "king -man +woman",
    ],
)
def test_a_sum_says_what_is_added_and_what_is_taken_away(text):
    assert read_word_sum(text) == ("man", "king", "woman")


def test_a_hyphen_within_a_word_is_no_sign():
    assert read_word_sum("mother-in-law - woman + man") == ("woman", "mother-in-law", "man")


@pytest.mark.parametrize(
    "text",
    ["", "king", "king man woman", "king - man", "king + man + woman", "king - man - woman", "a - b + c d",
     "king - + woman", "+ - +", "a - b + c + d"],
)  # fmt: skip
def test_what_is_no_such_sum_is_refused(text):
    with pytest.raises(ValueError, match="Three words"):
        read_word_sum(text)
