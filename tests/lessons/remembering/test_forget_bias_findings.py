from __future__ import annotations

import pytest

from seqviz.experiments.recall.config import RecallExperiment
from seqviz.lessons.remembering.forget_bias_findings import what_a_bias_decides

COMPARED = RecallExperiment(compare_biases=True, num_seeds=2)
SHORT, LONG = {5: [1.0, 1.0], 10: [0.3, 0.4]}, {5: [1.0, 1.0], 10: [1.0, 1.0]}


@pytest.mark.parametrize(
    ("two", "four", "said"),
    [
        (LONG, LONG, "it is the start that forgets, not the cell"),
        (SHORT, LONG, "Only LSTM, forget bias 4 goes further than the first"),
        (SHORT, SHORT, "A larger bias has not helped here"),
    ],
)
def test_what_the_bias_decides_follows_from_who_goes_further(two, four, said):
    found = what_a_bias_decides(COMPARED, {"lstm": SHORT, "lstm bias 2": two, "lstm bias 4": four})
    assert said in found
    assert (
        "as PyTorch draws it, near 0, 0.50 to the power 10 = 0.00098; forget bias 2, 0.88 to the power 10"
        in found
    )
    assert "Learned from every seed: LSTM: up to lag 5" in found


def test_nothing_is_told_where_there_is_one_bias_or_all_is_learned_or_not_all_is_measured():
    assert what_a_bias_decides(RecallExperiment(), {"lstm": SHORT}) == ""
    assert what_a_bias_decides(COMPARED, {"lstm": LONG, "lstm bias 2": LONG, "lstm bias 4": LONG}) == ""
    assert what_a_bias_decides(COMPARED, {"lstm": SHORT}) == ""
