from __future__ import annotations

from types import SimpleNamespace

from seqviz.ui.runs import asking
from seqviz.ui.server.engine import store
from tests.conftest import ROOT
from tests.pages.open_page import open_page
from tests.test_layers import python_files
from tests.ui.runs.made_runs import QUICK, labels, run_of, said


def test_a_run_is_asked_for_by_owner_browser_and_network_and_in_one_place(monkeypatch):
    given = []
    monkeypatch.setattr(
        asking, "store", lambda: SimpleNamespace(submit=lambda *what, **how: given.append((what, how)))
    )
    monkeypatch.setattr(asking, "owner", lambda: "she")
    monkeypatch.setattr(asking.doors, "asker", lambda: "her browser")
    asking.submit(QUICK, force=True)
    assert given == [((QUICK, "she"), {"force": True, "asker": "her browser"})]
    asks = [
        path
        for path in python_files("seqviz/ui", "seqviz/lessons")
        if "owner(), force" in path.read_text("utf-8")
    ]
    assert asks == [ROOT / "seqviz/ui/runs/asking.py"]


def test_train_says_whose_run_it_found_and_offers_to_train_it_oneself(finished):
    at = open_page("sentiment", cell="RNN", units1="2", embedding_dim="2", num_epochs="1", batch_size="512")
    at.button(key="train").click().run()
    assert run_of(at) == finished.id
    assert "Somebody else has trained exactly this already" in said(at)
    assert "RNN 2 · 1 epoch · " in said(at)
    assert "somebody else's, " in said(at)
    assert labels(at).count("Train it yourself") == 1
    at.button(key=f"again:{finished.id}").click().run()
    mine = store().run(run_of(at))
    assert (mine.attempt, mine.config) == (finished.attempt + 1, finished.config)
    assert mine.owner != finished.owner
    assert "yours, " in said(at)
    assert "trained exactly this already" not in said(at)
    store().delete(mine.id, mine.owner)


def test_who_only_opens_a_run_is_not_told_that_they_asked_for_it(finished):
    at = open_page("sentiment", run=finished.id)
    assert "trained exactly this already" not in said(at)
    assert labels(at).count("Train it yourself") == 1


def test_who_has_a_run_under_way_is_told_which_and_can_stop_it_there():
    at = open_page("sentiment", seed="911")
    at.button(key="train").click().run()
    first = run_of(at)
    at.number_input(key="seed").set_value(912).run()
    at.button(key="train").click().run()
    assert "You have a run under way: LSTM 32" in at.warning[0].value.replace("\\", "")
    assert first not in at.warning[0].value
    at.button(key=f"stop:busy:{first}").click().run()
    assert store().run(first).state == "stopped"
    at.button(key="train").click().run()
    second = run_of(at)
    assert second != first
    store().ask(second, store().run(second).owner, "stop")
