from __future__ import annotations

import numpy as np
import pytest

from seqviz.experiments.kinds import KINDS
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.runs.events import Snapshot
from seqviz.runs.store.records import StoreError
from seqviz.ui.runs.trained import BUNDLED, trained
from tests.new_cell.cells import MGU, known
from tests.pages.open_page import open_page
from tests.ui.runs.made_runs import ended

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


def test_a_run_whose_cell_is_known_no_longer_gets_a_sentence():
    with known(MGU):
        experiment = SentimentExperiment(cell=MGU.name, hidden_sizes=(2,), seed=65)
        snapshot = Snapshot(40, 2.0, {"output.bias": np.zeros(1, np.float32)})
        record = ended(experiment, "stopped", {"vocabulary": ["<pad>", "<unk>"]}, snapshot)
    with pytest.raises(StoreError, match=f"cannot be read here. .*{MGU.name}"):
        trained("sentiment", record.id, "reviews_lstm")
    at = open_page("gate_inspector", run=record.id)
    assert not at.exception
    assert at.info[0].value.startswith("The net of this run cannot be read here.")
