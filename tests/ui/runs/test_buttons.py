from __future__ import annotations

from dataclasses import replace

from seqviz.ui.server.engine import store
from tests.pages.open_page import open_page
from tests.ui.runs.made_runs import QUICK, ended, said


def test_training_a_run_again_that_was_deleted_meanwhile_is_refused_in_a_sentence():
    record = ended(replace(QUICK, seed=31), "stopped")
    at = open_page("sentiment", run=record.id)
    store().delete(record.id, record.owner)
    at.button(key=f"again:{record.id}").click().run()
    assert not at.exception
    assert any("There is no run" in toast.value for toast in at.toast)
    assert "It may have been deleted" in said(at)
