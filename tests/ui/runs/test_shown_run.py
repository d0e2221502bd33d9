from __future__ import annotations

from types import SimpleNamespace

from seqviz.runs.events import Note
from seqviz.ui.runs.memory import WatchedRun
from seqviz.ui.runs.shown_run import shown, shown_bundled

NOTES = [Note("sample", {"epoch": 0}), Note("corpus", {"name": "ours"}), Note("sample", {"epoch": 1})]


def record(**changes):
    return SimpleNamespace(**{"id": "r1", "config": {}, "result": None, "is_live": True} | changes)


def test_the_notes_on_a_topic_are_told_in_order_and_the_latest_alone():
    run = shown(record(), WatchedRun(notes=list(NOTES)))
    assert run.about("sample") == [{"epoch": 0}, {"epoch": 1}]
    assert run.latest("sample") == {"epoch": 1}
    assert run.latest("words") is None


def test_a_run_without_a_result_has_an_empty_one_and_may_be_live():
    assert shown(record(), WatchedRun()).result == {}
    assert shown(record(), WatchedRun()).is_live
    assert not shown(record(is_live=False, result={"loss": 1.0}), WatchedRun()).is_live


def test_what_comes_with_the_app_is_finished_and_has_no_record():
    run = shown_bundled("clipping")
    assert (run.id, run.record, run.is_live) == ("bundled", None, False)
    assert run.result and run.history.names
