from __future__ import annotations

from seqviz.claims.readings import influence
from seqviz.claims.readings.influence import rank_correlation
from seqviz.export.bundled_runs import load_bundled_run


def test_influence_falls_in_a_net_that_forgets_and_less_in_one_told_not_to(monkeypatch):
    monkeypatch.setattr(influence, "NUM_REVIEWS", 12)
    run = load_bundled_run("reviews_lstm")
    usual, remembering = (rank_correlation(run, False, bias) for bias in (None, 6.0))
    assert usual < -0.95
    assert remembering > usual + 0.3
    assert -1 <= rank_correlation(run, True, None) <= 1
