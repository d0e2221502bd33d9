from __future__ import annotations

from seqviz.training.step_time import LayerSize, median_step_seconds


def test_each_cell_gets_a_time_of_its_own():
    times = median_step_seconds(("rnn", "lstm", "gru"), LayerSize(4, 4, length=5, batch=2), repeats=3)
    assert set(times) == {"rnn", "lstm", "gru"}
    assert all(seconds > 0 for seconds in times.values())
