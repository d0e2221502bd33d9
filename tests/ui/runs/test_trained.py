from __future__ import annotations

import pytest

from seqviz.experiments.kinds import KINDS
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.ui.runs.trained import BUNDLED, trained

KEEP_NETS = [(kind.name, name) for kind in KINDS if kind.trained for name in kind.bundled]


@pytest.mark.parametrize(("kind", "name"), KEEP_NETS)
def test_every_bundled_net_is_made_ready_by_its_own_kind(kind, name):
    found = trained(kind, BUNDLED, name)
    assert f"{type(found).__module__}:{type(found).__name__}" == next(
        k.trained for k in KINDS if k.name == kind
    )
    assert trained(kind, BUNDLED, name) is found  # kept between looks


def test_the_two_cells_of_the_reviews_are_two_nets():
    lstm, gru = (trained("sentiment", BUNDLED, f"reviews_{cell}") for cell in ("lstm", "gru"))
    assert isinstance(lstm, SentimentReader)
    assert (lstm.net.recurrent.cell, gru.net.recurrent.cell) == ("lstm", "gru")


def test_a_kind_that_keeps_no_net_is_refused():
    with pytest.raises(AssertionError, match="keeps no net"):
        trained("recall", BUNDLED, "recall")
