"""What is said of a recall comparison follows from its accuracies."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from seqviz.experiments.recall.config import RecallExperiment
from seqviz.lessons.remembering.recall_findings import chance_of, what_it_shows, where_it_began

ALL_LEARNED = {"rnn": {2: [1.0], 4: [0.4]}, "lstm": {2: [1.0], 4: [1.0]}, "gru": {2: [0.2], 4: [0.25]}}


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


def test_several_seeds_are_told_by_the_worst_and_the_best():
    reached = {"lstm bias 2": {2: [1.0, 1.0], 4: [1.0, 0.5], 8: [0.25, 0.26]}}
    said = what_it_shows(RecallExperiment(seed=3, num_seeds=2, compare_biases=True), reached)
    assert (
        "**LSTM, forget bias 2** has learned lag 2, 0.50 to 1.00 at 4, no better than guessing at 8" in said
    )
    assert "the mean of 2 trainings, from the seeds 3 to 4" in said


MISSED = {"lstm": {2: [1.0], 8: [0.5]}}


def test_what_the_forget_gates_leave_at_first_is_their_bias_by_the_lag():
    drawn = where_it_began(RecallExperiment(), MISSED, [])
    assert "σ(0) = 0.50" in drawn and "0.0039 is left" in drawn  # 2^-8
    assert "with a forget bias of 2, 0.36 would be left" in drawn  # σ(2)^8
    turned = where_it_began(RecallExperiment(set_forget_bias=True, forget_bias=3.0), MISSED, [])
    assert "were set to 3" in turned and "would be left" not in turned


def test_nothing_is_told_where_the_lstm_learned_all():
    assert where_it_began(RecallExperiment(), ALL_LEARNED, []) == ""


def note(cell, first, last=1.0, **more):
    return {"cell": cell, "lag": 8, "step": 0, "hidden_state": [first, last], **more}


@pytest.mark.parametrize(
    ("rnn", "gru", "learned", "said", "not_said"),
    [
        (0.001, 0.02, ("rnn", "gru"), "RNN, with no more than the LSTM, learned lag 8", "GRU, with"),
        (0.001, 0.002, ("rnn", "gru"), "RNN and GRU, with no more than the LSTM, learned", "with more"),
        (0.05, 0.002, ("rnn",), "RNN, with more, learned lag 8; this comparison does not tell", "no more"),
        (0.05, 0.002, (), "None of them learned lag 8.", "with"),
    ],
)
def test_nothing_is_said_of_the_first_gradients_that_they_contradict(rnn, gru, learned, said, not_said):
    """The LSTM, whose memory is given a hundredth, misses the lag; the others may have less of it or more."""
    notes = [note("rnn", rnn), note("lstm", 9.0, cell_state=[0.02, 2.0]), note("gru", gru)]
    accuracy = MISSED | {cell: {8: [1.0 if cell in learned else 0.4]} for cell in ("rnn", "gru")}
    found = where_it_began(RecallExperiment(), accuracy, notes)
    before = found.split("before any training: ")[1]
    assert before.startswith(f"RNN {rnn:g}, LSTM (its memory) 0.01, GRU {gru:g}. ")
    assert said in before
    assert not_said not in before.split("Whether that")[0]


@pytest.mark.parametrize("curve", [[None, 1.0], [0.5, 0.0], [0.5, None]])
def test_a_gradient_that_is_no_number_or_nought_gives_no_share(curve):
    notes = [note("rnn", 0.1), {"cell": "lstm", "lag": 8, "step": 0, "hidden_state": curve}]
    assert "before any training" not in where_it_began(RecallExperiment(), MISSED, notes)
