from __future__ import annotations

import pytest

from seqviz.runs.registry import build
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.ui.server.engine import store
from seqviz.ui.state import session
from tests.pages.open_page import open_page, texts
from tests.runs.finished import finish


@pytest.fixture
def mine(monkeypatch):
    """Give the id of a finished run of the session that opens pages."""
    monkeypatch.setattr(session, "owner", lambda: "anna of the list")
    for module in ("seqviz.lessons.runs.listing", "seqviz.ui.runs.names", "seqviz.ui.runs.buttons"):
        monkeypatch.setattr(f"{module}.owner", lambda: "anna of the list")
    run = finish(store(), WorkerClient(store(), "a test's"), build("order", {"seed": 99}), "anna of the list")
    yield run
    if any(record.id == run for record in store().runs("anna of the list")):
        store().delete(run, "anna of the list")


def test_those_that_come_with_the_app_are_listed_and_lead_to_their_lessons():
    at = open_page("runs", whose="come with the app", kind="recall", chosen="recall")
    assert [row["kind"] for row in at.dataframe[0].value.to_dict("records")] == ["recall"]
    assert "remembering" in [link.proto.page for link in at.get("page_link")]


def test_nothing_found_is_said():
    assert "Train one in a lesson" in texts(open_page("runs", sought="zzzz"))
    assert "empty the box" in texts(open_page("runs", whose="everybody's", sought="zzzz"))


def test_a_run_of_ones_own_is_named_and_deleted(mine):
    at = open_page("runs", chosen=mine)
    at.text_input(key=f"label:{mine}").set_value("  **my** best ").run()
    assert store().run(mine).label == "**my** best"
    assert r"**\*\*my\*\* best · finished · yours" in texts(at)
    at.button(key=f"delete:{mine}").click().run()
    assert not at.exception
    assert "Train one in a lesson" in texts(at)
