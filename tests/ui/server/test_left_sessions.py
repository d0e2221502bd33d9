"""What becomes of a session whose browser has gone."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.runtime.session_manager import SessionInfo

from seqviz.ui.server.left_sessions import LeftSessions

KEPT = 300.0


class Session:
    """What `LeftSessions` needs of Streamlit's session."""

    def __init__(self, name: str) -> None:
        self.id = name
        self._script_event_loop = asyncio.new_event_loop()
        self.has_ended = False

    def shutdown(self) -> None:
        assert not self.has_ended
        self.has_ended = True
        self._script_event_loop.close()


@pytest.fixture
def clock():
    return SimpleNamespace(now=0.0)


@pytest.fixture
def left(clock):
    return LeftSessions(KEPT, most=3, clock=lambda: clock.now)


def leave(left: LeftSessions, name: str) -> Session:
    session = Session(name)
    left.save(SessionInfo(client=None, session=session))
    return session


def test_a_session_that_is_left_holds_no_descriptor_and_gets_a_loop_when_its_browser_is_back(left):
    session = leave(left, "anna")
    assert session._script_event_loop.is_closed()
    found = left.get("anna")
    assert found is not None and found.session is session
    assert not session._script_event_loop.is_closed()
    left.delete("anna")
    assert left.get("anna") is None
    assert not session.has_ended
    session.shutdown()


def test_a_session_ends_when_its_time_is_over_though_nobody_comes(left, clock):
    first = leave(left, "anna")
    clock.now = KEPT / 2
    second = leave(left, "ben")
    clock.now = KEPT
    assert left.end_those_over() == 1
    assert (first.has_ended, second.has_ended) == (True, False)
    assert left.get("anna") is None
    assert [info.session for info in left.list()] == [second]
    clock.now = 2 * KEPT
    assert left.get("ben") is None
    assert second.has_ended


@given(st.lists(st.tuples(st.sampled_from("lrt"), st.integers(0, 200)), max_size=40))
def test_never_are_too_many_kept_and_each_either_comes_back_or_ends_once(deeds):
    now = [0.0]
    left = LeftSessions(KEPT, most=3, clock=lambda: now[0])
    sessions: dict[str, Session] = {}
    back: set[str] = set()
    for number, (deed, amount) in enumerate(deeds):
        if deed == "l":
            sessions[str(number)] = leave(left, str(number))
        elif deed == "t":
            now[0] += amount
            left.end_those_over()
        elif kept := left.list():
            name = kept[amount % len(kept)].session.id
            if left.get(name) is not None:
                left.delete(name)
                back.add(name)
        assert len(left.list()) <= 3
        kept_now = {info.session.id for info in left.list()}
        for name, session in sessions.items():
            assert (name in kept_now) + (name in back) + session.has_ended == 1
    for session in sessions.values():
        session._script_event_loop.close()
