import re
import string

import pytest

from seqviz.text.symbols import remove_digits, remove_special_characters


def test_special_characters_and_digits_are_two_steps():
    text = "I do not know about @you but i am feeling 22"
    kept = remove_special_characters(text)
    assert kept == "I do not know about you but i am feeling 22"
    assert remove_digits(kept) == "I do not know about you but i am feeling"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("good/bad, well-made_thing!", "good bad well made thing"),
        ("don't [a]\\^`", "dont a"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 ok \u2764\ufe0f", "ok"),
        ("हिन्दी می\u200cخواهم שלום", "हिन्दी می\u200cخواهم שלום"),
        ("ß ø ½ ﬁ", "ß ø ½ ﬁ"),
    ],
)
def test_special_characters_are_what_is_neither_letter_nor_number(text, left):
    assert remove_special_characters(text) == left


def test_the_slip_in_a_circulating_pattern_keeps_six_signs():
    kept = {sign for sign in string.punctuation if re.sub("[^a-zA-z]", "", sign)}
    assert kept == set("[\\]^_`")
    assert not any(remove_special_characters(sign) for sign in kept)


def test_digits_of_every_script_go():
    assert remove_digits("a 1 b ٣ c ½ h2o x² Ⅷ") == "a b c ho x"


def test_the_ascii_range_is_letters_digits_and_spaces():
    kept = remove_special_characters(" ".join(string.printable)).split()
    assert set(kept) == set(string.ascii_letters + string.digits)
