import pytest

from seqviz.models.inspect.token_properties import PROPERTIES, listed, token_property

TOKENS = ("it", "was", "not", "at", "all", "superb", ",", "but", "dull", ".")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (PROPERTIES[0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (PROPERTIES[1], [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
        (PROPERTIES[2], [0, 0, 0, 1, 1, 1, 0, 0, 0, 0]),
        (PROPERTIES[3], [0, 0, 0, 0, 0, 0, 1, 0, 0, 1]),
        (PROPERTIES[4], [0, 0, 0, 0, 0, 1, 0, 0, -1, 0]),
    ],
)
def test_each_property_marks_the_tokens_it_names(name, expected):
    assert token_property(name, TOKENS).tolist() == expected


def test_a_word_list_of_ones_own_marks_its_words():
    assert listed({"was", "at"}, TOKENS).tolist() == [0, 1, 0, 1, 0, 0, 0, 0, 0, 0]


def test_a_property_nobody_knows_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="A property is one of position in the text, .* not 'rhyme'"):
        token_property("rhyme", TOKENS)
