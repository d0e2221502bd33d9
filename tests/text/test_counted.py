"""What the lessons say they count is what their functions count."""

import re

import pytest

from seqviz.experiments.word_vectors.data import plain_words
from seqviz.text.counts import terms_of
from seqviz.text.tokens import MARKS, dropped_signs, words, words_as_written
from seqviz.ui.texts.counted import counted_plain_words, counted_terms, counted_tokens

SENTENCE = "The cat: don't pet the cat! (8/10)"


def test_each_sentence_is_true_of_its_function():
    assert words_as_written(SENTENCE) == ["The", "cat", ":", "do", "n't", "pet", "the", "cat", "!", "8", "10"]
    assert "*The* and *the* are two" in counted_tokens(lower=False)
    assert words(SENTENCE)[0] == words(SENTENCE)[6] == "the"
    assert "capitals are lowered first" in counted_tokens(lower=True)
    assert terms_of(SENTENCE) == ["the", "cat", "don't", "pet", "the", "cat", "8", "10"]
    assert "*don't* is one" in counted_terms()
    assert plain_words(SENTENCE) == ["the", "cat", "do", "n't", "pet", "the", "cat", "8", "10"]
    assert "*don't* is two" in counted_plain_words()


def test_the_marks_are_those_that_are_kept():
    every = "".join(map(chr, range(33, 127)))
    kept = [sign for sign in re.findall(r"[^\w\s]", every) if words(f"a {sign} b") == ["a", sign, "b"]]
    assert sorted(kept) == sorted(MARKS)


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        (SENTENCE, ["(", "/", ")"]),
        ("It's *not* – “8/10”", ["*", "–", "“", "/", "”"]),
        ("fine.<br />It’s", []),
        ("", []),
    ],
)
def test_signs_that_are_no_tokens_are_named(text, dropped):
    assert dropped_signs(text) == dropped
