from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.experiments.baseline.train import corpus_of
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.data import corpus_of as reviews_of
from seqviz.lessons.sentiment import baselines
from seqviz.runs.store.store import Store
from seqviz.runs.workers.runner import run_in_process

BASELINE = BaselineExperiment(num_train=200)


def test_the_baseline_learns_from_the_very_reviews_of_the_net():
    net = SentimentExperiment(num_train=500, cleaning="stems", seed=4)
    found = baselines.beside(net)
    assert found == BaselineExperiment(num_train=500, cleaning="stems", seed=4)
    assert corpus_of(found).train.texts == reviews_of(net).train.texts
    assert baselines.beside(SentimentExperiment(seed=4)) == BaselineExperiment()


def test_a_baseline_is_asked_for_once_and_then_only_read(monkeypatch, tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setattr(baselines, "store", lambda: store)
    monkeypatch.setattr(baselines, "_SEEN", {})
    monkeypatch.setattr(baselines, "owner", lambda: "somebody")
    assert baselines.accuracy(BASELINE) is None
    run_id = baselines._run(BASELINE).id
    monkeypatch.setattr(store, "submit", lambda *_: (_ for _ in ()).throw(AssertionError("asked again")))
    run_in_process(store, run_id)
    known = store.run(run_id).result["accuracy"]
    assert baselines.accuracy(BASELINE) == known
    monkeypatch.setattr(store, "run", lambda _: (_ for _ in ()).throw(AssertionError("read again")))
    assert baselines.accuracy(BASELINE) == known


def page():
    import streamlit as st

    from seqviz.experiments.baseline.config import BaselineExperiment
    from seqviz.lessons.sentiment import baselines

    baselines.await_baseline(BaselineExperiment())
    st.text("What comes after it")


@pytest.mark.parametrize("is_live", [True, False])
def test_what_comes_after_the_wait_keeps_its_place_once_the_baseline_is_known(monkeypatch, is_live):
    monkeypatch.setattr(baselines, "_run", lambda corpus: SimpleNamespace(is_live=is_live))
    at = AppTest.from_function(page).run()
    assert at.main.children[1].value == "What comes after it"
