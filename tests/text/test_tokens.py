import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.tokens import (
    MARKS,
    characters,
    distinct,
    dropped_signs,
    sentences,
    visible_characters,
    words,
    words_as_written,
)

CAT = "The cat sat on the mat."


def test_words_keep_their_case_when_asked():
    assert words_as_written(CAT) == ["The", "cat", "sat", "on", "the", "mat", "."]


def test_lower_case_makes_two_words_one():
    assert distinct(words(CAT)) == ["the", "cat", "sat", "on", "mat", "."]


def test_different_visible_characters_of_the_cat():
    assert distinct(visible_characters(CAT)) == [
        "T", "h", "e", "c", "a", "t", "s", "o", "n", "m", ".",
    ]  # fmt: skip
    assert sorted(distinct(visible_characters(CAT.lower()))) == list(".acehmnost")


def test_characters_keep_the_spaces():
    assert characters("a b") == ["a", " ", "b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't know", ["i", "do", "n't", "know"]),
        ("I don\u2019t know", ["i", "do", "n't", "know"]),
        ("DON'T", ["do", "n't"]),
        ("It's Ann's, she'll", ["it", "'s", "ann", "'s", ",", "she", "'ll"]),
        ("cannot can't won't", ["can", "not", "ca", "n't", "wo", "n't"]),
        ("good.<br /><br>Bad!", ["good", ".", "bad", "!"]),
        ("8/10", ["8", "10"]),
        ("'quoted' snake_case", ["quoted", "snake", "case"]),
        ("हिन्दी 한국 café", ["हिन्दी", "한국", "café"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("\U0001f600 \U0001f468\u200d\U0001f469", []),
        ("", []),
    ],
)
def test_words_of(text, expected):
    assert words(text) == expected


@given(st.text())
def test_words_of_joined_words_are_the_same_words(text):
    once = words(text)
    assert words(" ".join(once)) == once


@given(st.text())
def test_a_word_holds_no_white_space_and_is_not_empty(text):
    assert all(token and not any(character.isspace() for character in token) for token in words(text))


def test_sentences_know_titles():
    assert sentences("Dr. Smith went. He didn't stay!") == ["Dr. Smith went.", "He didn't stay!"]
    assert sentences("") == []


def test_the_marks_are_those_that_are_kept():
    every = "".join(map(chr, range(33, 127)))
    kept = [sign for sign in re.findall(r"[^\w\s]", every) if words(f"a {sign} b") == ["a", sign, "b"]]
    assert sorted(kept) == sorted(MARKS)


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("The cat: don't pet the cat! (8/10)", ["(", "/", ")"]),
        ("It's *not* – “8/10”", ["*", "–", "“", "/", "”"]),
        ("fine.<br />It’s", []),
        ("", []),
    ],
)
def test_signs_that_are_no_tokens_are_named(text, dropped):
    assert dropped_signs(text) == dropped
