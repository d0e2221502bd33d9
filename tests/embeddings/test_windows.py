import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.embeddings.windows import cbow_examples, skip_gram_pairs, windows

SENTENCE = ["the", "quick", "brown", "fox", "jumps"]
PAIRS = (
    "the quick, the brown, quick the, quick brown, quick fox, brown the, brown quick, brown fox, "
    "brown jumps, fox quick, fox brown, fox jumps, jumps brown, jumps fox"
)
CBOW = [
    (["quick", "brown"], "the"),
    (["the", "brown", "fox"], "quick"),
    (["the", "quick", "fox", "jumps"], "brown"),
    (["quick", "brown", "jumps"], "fox"),
    (["brown", "fox"], "jumps"),
]


def test_skip_gram_pairs_of_the_worked_example():
    assert skip_gram_pairs(SENTENCE, 2) == [tuple(pair.split()) for pair in PAIRS.split(", ")]


def test_cbow_examples_of_the_worked_example():
    assert cbow_examples(SENTENCE, 2) == CBOW


@given(num_tokens=st.integers(0, 12), window=st.integers(1, 20))
def test_a_pair_always_has_its_mirror_image_and_stays_within_the_window(num_tokens, window):
    pairs = {(view.focus, j) for view in windows(num_tokens, window) for j in view.context}
    assert pairs == {(j, i) for i, j in pairs}
    assert all(0 < abs(i - j) <= window for i, j in pairs)
    assert len(pairs) == sum(
        1 for i in range(num_tokens) for j in range(num_tokens) if 0 < abs(i - j) <= window
    )


def test_one_word_gives_no_example():
    assert skip_gram_pairs(["alone"], 3) == cbow_examples(["alone"], 3) == []


def test_a_window_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least 1 word"):
        windows(3, 0)
