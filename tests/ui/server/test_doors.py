"""Who asks too much is told so on the page, and nobody else is."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.ui.server import doors
from seqviz.ui.server.limits import Client, Held, Limits, Window


def visit() -> None:
    """Open the page that the session holds under "page", and say so."""
    import streamlit as st

    from seqviz.ui.server import doors

    with doors.let_in(st.session_state["page"]):
        st.text("let in")


class Browser:
    """A browser whose pages are `visit`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, who: Client | None) -> None:
        self.monkeypatch, self.who = monkeypatch, who
        self.page = AppTest.from_function(visit)

    def opens(self, name: str) -> str:
        """Open a page; return what is said there."""
        self.monkeypatch.setattr(doors, "client", lambda: self.who)
        self.page.session_state["page"] = name
        self.page.run()
        assert not self.page.exception
        return " ".join(element.value for element in [*self.page.warning, *self.page.text])


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test sets, and doors that nobody has passed."""
    now = [0.0]
    for name in ("_OPENINGS", "_RERUNS"):
        monkeypatch.setattr(doors, name, Window(doors.SPAN, lambda: now[0]))
    monkeypatch.setattr(doors, "OPEN", Held())
    few = Limits(pages=2, openings=3, openings_per_address=5, reruns=4)
    monkeypatch.setattr(doors, "LIMITS", few)
    return now


def test_a_browser_that_opens_too_many_pages_waits_and_its_neighbour_does_not(monkeypatch, clock):
    anna, ben = (Browser(monkeypatch, Client.at("192.0.2.7", name * 24)) for name in "ab")
    assert [anna.opens(f"{number}") for number in range(3)] == ["let in"] * 3
    assert "opened more than 3 pages in 10 seconds" in anna.opens("3")
    assert ben.opens("1") == "let in"
    clock[0] = doors.SPAN
    assert anna.opens("3") == "let in"


def test_a_network_has_an_allowance_too(monkeypatch, clock):
    hall = [Browser(monkeypatch, Client.at("192.0.2.7", f"{number}")) for number in range(6)]
    assert [student.opens("1") for student in hall[:5]] == ["let in"] * 5
    assert "From your network more than 5 pages" in hall[5].opens("1")
    elsewhere = Browser(monkeypatch, Client.at("192.0.2.8", "x"))
    assert elsewhere.opens("1") == "let in"


def test_who_has_no_cookie_is_not_somebody_new_at_every_visit(monkeypatch, clock):
    nameless = [Browser(monkeypatch, Client.at("192.0.2.7", "")) for _ in range(4)]
    assert [each.opens("1") for each in nameless[:3]] == ["let in"] * 3
    assert "without cookies" in nameless[3].opens("1")


def test_answers_to_controls_are_counted_apart(monkeypatch, clock):
    anna = Browser(monkeypatch, Client.at("192.0.2.7", "a"))
    assert [anna.opens("1") for _ in range(5)] == ["let in"] * 5
    assert "more than 4 answers" in anna.opens("1")
    assert anna.opens("2") == "let in"


def test_a_browser_with_too_many_tabs_is_told_to_close_some(monkeypatch, clock):
    who = Client.at("192.0.2.7", "a")
    anna = Browser(monkeypatch, who)
    with doors.OPEN.holding(*who), doors.OPEN.holding(*who):
        assert anna.opens("1") == "let in"
        with doors.OPEN.holding(*who):
            assert "3 pages open, and 2 are allowed: close some" in anna.opens("2")
    assert anna.opens("2") == "let in"


def test_the_next_page_to_open_is_that_of_who_opened_fewest(monkeypatch, clock):
    ranks = []

    class Turns:
        def taken(self, who, rank=0):
            ranks.append((who[0], rank))
            return nullcontext()

    monkeypatch.setattr(doors, "_OPENING", Turns())
    anna, ben = (Browser(monkeypatch, Client.at("192.0.2.7", name * 24)) for name in "ab")
    for page in "12":
        assert anna.opens(page) == "let in"
    assert ben.opens("1") == ben.opens("1") == "let in"
    assert ranks == [("a", 1), ("a", 2), ("b", 1)]


def test_where_no_browser_asks_nothing_is_counted(monkeypatch, clock):
    nobody = Browser(monkeypatch, None)
    assert {nobody.opens(f"{number}") for number in range(20)} == {"let in"}
