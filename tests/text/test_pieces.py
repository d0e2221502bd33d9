import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.pieces import bits_per_character, pieces


@given(st.text(max_size=200))
def test_joining_the_pieces_gives_the_text_back(text):
    assert "".join(pieces(text, "words")) == text
    assert "".join(pieces(text, "characters")) == text


def test_words_keep_the_blank_in_front_and_marks_stand_alone():
    assert pieces('"Don\'t go," said Ann.\n', "words") == [
        '"',
        "Don't",
        " go",
        ",",
        '"',
        " said",
        " Ann",
        ".",
        "\n",
    ]


def test_one_bit_a_character_is_ln_2_nats_a_character():
    assert bits_per_character(30 * math.log(2), 30) == pytest.approx(1.0)


def test_a_text_without_characters_has_no_bits_per_character():
    with pytest.raises(ValueError, match="at least 1 character, not 0"):
        bits_per_character(1.0, 0)
