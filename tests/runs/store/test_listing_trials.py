"""The runs that trials make, beside those of people."""

from __future__ import annotations

from seqviz.runs.store.records import TRIALS
from tests.runs.counting import CountingExperiment


def test_trials_may_have_several_live_runs_and_none_is_pinned(store):
    runs = [store.submit(CountingExperiment(steps=steps), TRIALS) for steps in (1, 2, 3)]
    assert len({run.id for run in runs}) == 3
    assert not any(run.pinned for run in runs)


def test_their_runs_are_on_nobodys_list_but_their_own(store):
    run = store.submit(CountingExperiment(), TRIALS)
    assert store.runs("anna") == store.runs() == []
    assert [found.id for found in store.runs(TRIALS)] == [run.id]
    assert store.submit(CountingExperiment(), "anna").id == run.id
