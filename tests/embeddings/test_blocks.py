import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from seqviz.embeddings.blocks import FlatCorpus, WindowMask, cut_blocks, weights_for_cuts


def corpus_of(lengths):
    ids = np.arange(sum(lengths)) % 5
    text_ids = np.repeat(np.arange(len(lengths)), lengths)
    return FlatCorpus(ids, text_ids, np.bincount(ids, minlength=5))


@given(
    lengths=st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any),
    block_length=st.integers(1, 8),
    seed=st.integers(0, 99),
)
def test_every_position_is_in_exactly_one_block(lengths, block_length, seed):
    corpus = corpus_of(lengths)
    words, texts = cut_blocks(corpus, np.ones(5, np.float32), block_length, np.random.default_rng(seed))
    real = texts >= 0
    assert words.shape == texts.shape == (len(words), block_length)
    assert int(real.sum()) == len(corpus)
    np.testing.assert_array_equal(np.bincount(words[real], minlength=5), corpus.counts)


@given(block_length=st.integers(1, 9), window=st.integers(1, 12), seed=st.integers(0, 99))
def test_the_mask_is_the_window_within_one_text(block_length, window, seed):
    rng = np.random.default_rng(seed)
    text_ids = np.sort(rng.integers(-1, 2, (2, block_length)))
    reach = rng.integers(1, window + 1, (2, block_length), np.int16)
    window_mask = WindowMask(block_length, window)
    mask = window_mask(window_mask.rows(torch.from_numpy(text_ids), torch.from_numpy(reach)))
    for block, i, j in np.ndindex(2, block_length, block_length):
        near = i != j and abs(i - j) <= reach[block, i] and text_ids[block, i] == text_ids[block, j]
        assert mask[block, i, j] == near


def test_filled_up_places_see_nothing():
    words, texts = cut_blocks(corpus_of([3]), np.ones(5, np.float32), 8, np.random.default_rng(0))
    window_mask = WindowMask(8, 8)
    mask = window_mask(window_mask.rows(texts, torch.full(texts.shape, 8, dtype=torch.int16)))
    assert mask.sum() == 3 * 2
    assert len(words) >= 1


def test_subsampling_drops_words_at_the_rate_asked_for():
    corpus = FlatCorpus(np.zeros(20_000, np.int64), np.zeros(20_000, np.int64), np.array([20_000]))
    _, texts = cut_blocks(corpus, np.array([0.25], np.float32), 16, np.random.default_rng(0))
    assert abs(int((texts >= 0).sum()) / 20_000 - 0.25) < 0.02


@given(block_length=st.integers(2, 12), distance=st.integers(1, 11), place=st.integers(0, 30))
def test_over_all_cuts_every_pair_counts_once(block_length, distance, place):
    distance = min(distance, block_length - 1)
    weights = weights_for_cuts(block_length)
    counted = 0.0
    for before in range(block_length):  # where the first cut falls
        first, second = place + before, place + distance + before
        if first // block_length == second // block_length:
            counted += float(weights[first % block_length, second % block_length])
    assert abs(counted / block_length - 1) < 1e-6
