from __future__ import annotations

from types import SimpleNamespace

import pytest

from seqviz.claims.outcome import NoValue, result_value


def test_a_number_of_the_result_is_found_by_its_names():
    outcome = SimpleNamespace(result={"arms": {"gru 5": {"accuracy": 0.5}}})
    assert result_value(outcome, ("arms", "gru 5", "accuracy")) == 0.5
    with pytest.raises(NoValue, match="diverged"):
        result_value(outcome, ("arms", "gru 5", "loss"))
