import itertools

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from seqviz.embeddings.blocks import WindowMask
from seqviz.embeddings.windows import (
    cbow_examples,
    expected_pairs,
    pairs_of_reaches,
    skip_gram_pairs,
    windows,
)

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


@given(num_tokens=st.integers(1, 5), window=st.integers(1, 4))
def test_the_expected_pairs_are_the_mean_over_all_reaches_that_can_be_drawn(num_tokens, window):
    drawn = list(itertools.product(range(1, window + 1), repeat=num_tokens))
    counts = [
        sum(0 < abs(i - j) <= reach for i, reach in enumerate(reaches) for j in range(num_tokens))
        for reaches in drawn
    ]
    assert counts == [pairs_of_reaches(reaches) for reaches in drawn]
    assert expected_pairs(num_tokens, window) == pytest.approx(sum(counts) / len(counts))


@pytest.mark.parametrize("window", [1, 2, 5])
def test_the_trainers_windows_hold_as_many_pairs_as_are_told(window):
    mask, text_ids = WindowMask(8, window), torch.zeros(4_000, 8, dtype=torch.int64)
    generator = torch.Generator().manual_seed(0)
    reach = torch.randint(1, window + 1, text_ids.shape, dtype=torch.int16, generator=generator)
    pairs = mask(mask.rows(text_ids, reach)).sum(dim=(1, 2))
    assert pairs.tolist() == [pairs_of_reaches(row) for row in reach.tolist()]
    assert float(pairs.mean()) == pytest.approx(expected_pairs(8, window), rel=0.02)


def test_one_word_gives_no_example():
    assert skip_gram_pairs(["alone"], 3) == cbow_examples(["alone"], 3) == []


def test_a_window_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least 1 word"):
        windows(3, 0)
