from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.lagged import NUM_DISTRACTORS, adding_batch, recall_batch


def test_the_symbol_to_recall_stands_first_and_only_there():
    batch = recall_batch(np.random.default_rng(0), 64, lag=7, num_symbols=3)
    assert batch.inputs.shape == (64, 8)
    assert (batch.inputs[:, 0] == batch.answers).all()
    assert set(batch.answers) == {0, 1, 2}
    assert (batch.inputs[:, 1:] >= 3).all()
    assert (batch.inputs < 3 + NUM_DISTRACTORS).all()


@pytest.mark.parametrize("length", [2, 3, 30])
def test_one_number_is_marked_in_each_half_and_the_answer_is_their_sum(length):
    batch = adding_batch(np.random.default_rng(0), 50, length)
    numbers, marks = batch.inputs[:, :, 0], batch.inputs[:, :, 1]
    assert (marks[:, : length // 2].sum(1) == 1).all()
    assert (marks[:, length // 2 :].sum(1) == 1).all()
    np.testing.assert_allclose(batch.answers, (numbers * marks).sum(1))


def test_the_same_seed_draws_the_same_sequences():
    first, second = (recall_batch(np.random.default_rng(5), 8, 3, 4).inputs for _ in range(2))
    assert (first == second).all()
