import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.padding import buckets, pad, trim

sequences = st.lists(st.lists(st.integers(1, 99), max_size=8))


def test_trim_keeps_the_first_or_the_last():
    ids = np.arange(5)
    assert trim(ids, 3).tolist() == [0, 1, 2]
    assert trim(ids, 3, keep="last").tolist() == [2, 3, 4]
    assert trim(ids, 9, keep="last").tolist() == [0, 1, 2, 3, 4]


def test_padding_stands_at_the_end():
    token_ids, lengths = pad([np.array([4, 5]), np.array([6])], 3)
    assert token_ids.tolist() == [[4, 5, 0], [6, 0, 0]]
    assert lengths.tolist() == [2, 1]


def test_no_texts_make_an_empty_rectangle():
    token_ids, lengths = pad([], 4)
    assert token_ids.shape == (0, 4)
    assert lengths.shape == (0,)


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="3 ids does not fit into 2"):
        pad([np.arange(3)], 2)
    with pytest.raises(ValueError, match="at least 1 token"):
        trim(np.arange(3), 0)
    with pytest.raises(ValueError, match="at least 1 text"):
        buckets(np.arange(3), 0, np.random.default_rng(0))


@given(sequences)
def test_padding_loses_nothing_and_adds_only_zeros(lists):
    token_ids, lengths = pad([np.array(ids, dtype=np.int64) for ids in lists])
    assert token_ids.dtype == lengths.dtype == np.int64
    for row, length, ids in zip(token_ids, lengths, lists, strict=True):
        assert row[:length].tolist() == ids
        assert not row[length:].any()


@given(st.lists(st.integers(0, 400), max_size=300), st.integers(1, 5), st.integers(0, 9))
def test_each_text_is_in_exactly_one_batch(lengths, batch_size, seed):
    batches = buckets(np.array(lengths), batch_size, np.random.default_rng(seed))
    assert sorted(np.concatenate([[], *batches]).tolist()) == list(range(len(lengths)))
    assert sum(len(batch) < batch_size for batch in batches) <= 1
    assert all(0 < len(batch) <= batch_size for batch in batches)


def test_same_seed_same_batches_and_lengths_in_a_batch_are_close():
    lengths = np.random.default_rng(3).integers(1, 500, 1_000)
    first, again = (buckets(lengths, 20, np.random.default_rng(7)) for _ in range(2))
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert np.mean([np.ptp(lengths[batch]) for batch in first]) < 15


def test_texts_without_a_token_make_rows_without_a_place():
    token_ids, lengths = pad([np.array([], np.int64)] * 2)
    assert token_ids.shape == (2, 0)
    assert lengths.tolist() == [0, 0]
    assert pad([])[0].shape == (0, 0)
