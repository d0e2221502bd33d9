from __future__ import annotations

import pytest

from seqviz.training.runner import run_in_process
from seqviz.ui import baselines
from seqviz.ui.engine import store


def test_a_baseline_is_asked_for_once_and_then_only_read(monkeypatch):
    monkeypatch.setattr(baselines, "_SEEN", {})
    monkeypatch.setattr(baselines, "owner", lambda: "somebody")
    assert baselines.accuracy("reviews") is None
    run_id = baselines._run("reviews").id
    monkeypatch.setattr(store(), "submit", lambda *_: (_ for _ in ()).throw(AssertionError("asked again")))
    run_in_process(store(), run_id)
    assert baselines.accuracy("reviews") == store().run(run_id).result["accuracy"]
    monkeypatch.setattr(store(), "run", lambda _: (_ for _ in ()).throw(AssertionError("read again")))
    assert baselines.accuracy("reviews") > 0.5


@pytest.mark.parametrize(("is_behind", "reruns"), [(True, 0), (False, 1)])
def test_a_known_baseline_waits_for_a_message_that_knows_the_run_just_asked_for(
    monkeypatch, is_behind, reruns
):
    asked = []
    monkeypatch.setattr(baselines, "_run", lambda corpus: None)
    monkeypatch.setattr(baselines, "address_is_behind", lambda: is_behind)
    monkeypatch.setattr(baselines.st, "rerun", lambda: asked.append("rerun"))
    baselines._look("reviews")
    assert len(asked) == reruns
