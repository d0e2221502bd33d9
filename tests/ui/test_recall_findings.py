"""What is said of a recall comparison follows from its accuracies."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from seqviz.training.recall import RecallExperiment
from seqviz.ui.recall_findings import chance_of, what_it_shows, why_the_lstm_fails

ALL_LEARNED = {"rnn": {2: 1.0, 4: 0.4}, "lstm": {2: 1.0, 4: 1.0}, "gru": {2: 0.2, 4: 0.25}}


@pytest.mark.parametrize(("symbols", "steps", "number"), [(4, 400, 640), (16, 20, 640), (2, 400, 640)])
def test_chance_is_a_binomials(symbols, steps, number):
    found = chance_of(RecallExperiment(num_symbols=symbols, num_steps=steps))
    expected = binomtest(number // symbols, number).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


def test_each_cell_is_told_by_its_own_points():
    said = what_it_shows(RecallExperiment(seed=3), ALL_LEARNED)
    assert "**RNN** has learned lag 2, 0.40 at 4" in said
    assert "**LSTM** has learned lag 2 and 4;" in said
    assert "**GRU** has learned no lag, no better than guessing at 2 and 4" in said
    assert "one seed (3)" in said


def test_the_reason_is_the_forget_gate_that_the_run_began_with():
    missed = {"lstm": {2: 1.0, 8: 0.5}}
    drawn = why_the_lstm_fails(RecallExperiment(), missed, [])
    assert "σ(0) = 0.50" in drawn and "0.0039 is left" in drawn  # 2^-8
    assert "With a bias of 2 it would be 0.36" in drawn  # σ(2)^8
    turned = why_the_lstm_fails(RecallExperiment(set_forget_bias=True, forget_bias=3.0), missed, [])
    assert "Its forget bias is 3" in turned and "With a bias" not in turned


def test_nothing_is_explained_where_the_lstm_learned_all():
    assert why_the_lstm_fails(RecallExperiment(), ALL_LEARNED, []) == ""
