"""Who waits for a turn, who is called next, and that a turn which takes too long keeps nobody waiting."""

from __future__ import annotations

import threading
import time

import pytest

from seqviz.ui.server import turns as turns_module
from seqviz.ui.server.turns import Turns

SOON = 5.0  # seconds in which a thread that may go on has gone on


@pytest.fixture
def now(monkeypatch) -> list[float]:
    """A clock that a test sets; who waits looks at it often."""
    monkeypatch.setattr(turns_module, "LOOK_AGAIN", 0.005)
    return [0.0]


class Crowd:
    """Threads that want a turn, and the order in which they got one."""

    def __init__(self, turns: Turns) -> None:
        self.turns, self.order = turns, []
        self._ends: dict[str, threading.Event] = {}
        self._began: dict[str, threading.Event] = {}
        self._threads: dict[str, threading.Thread] = {}

    def wants(self, name: str, rank: int = 0) -> None:
        self._ends[name], self._began[name] = threading.Event(), threading.Event()
        there = len(self.turns)

        def take() -> None:
            with self.turns.taken(name[0], rank):
                self.order.append(name)
                self._began[name].set()
                self._ends[name].wait(SOON)

        self._threads[name] = threading.Thread(target=take)
        self._threads[name].start()
        deadline = time.monotonic() + SOON
        while len(self.turns) == there:
            assert time.monotonic() < deadline, f"{name} never asked"
            self._threads[name].join(0.001)

    def has_begun(self, name: str) -> bool:
        return self._began[name].wait(SOON)

    def ends(self, *names: str) -> None:
        for name in names:
            assert self.has_begun(name), name
            self._ends[name].set()
            self._threads[name].join(SOON)


def test_one_after_another_and_the_lowest_rank_first(now):
    crowd = Crowd(Turns(each=1, at_once=1, longest=9.0, clock=lambda: now[0]))
    crowd.wants("a")
    crowd.wants("b", rank=2)
    crowd.wants("c", rank=1)
    crowd.wants("d", rank=1)
    crowd.ends("a", "c", "d", "b")
    assert crowd.order == ["a", "c", "d", "b"]


def test_one_person_waits_for_themselves_and_nobody_else_does(now):
    crowd = Crowd(Turns(each=2, longest=9.0, clock=lambda: now[0]))
    for name in ("a1", "a2", "a3"):
        crowd.wants(name)
    crowd.wants("b")
    assert crowd.has_begun("b") and crowd.has_begun("a2") and "a3" not in crowd.order
    crowd.ends("a1", "a3", "a2", "b")


def test_a_turn_that_takes_too_long_keeps_nobody_waiting(now):
    crowd = Crowd(Turns(each=1, at_once=1, longest=9.0, clock=lambda: now[0]))
    crowd.wants("a")
    crowd.wants("b")
    assert crowd.order == ["a"]
    now[0] = 9.0
    assert crowd.has_begun("b")
    crowd.ends("a", "b")


def test_an_error_gives_the_turn_on(now):
    turns = Turns(each=1, at_once=1, longest=9.0, clock=lambda: now[0])
    with pytest.raises(ValueError, match="a script"), turns.taken("a"):
        raise ValueError("a script that fails")
    with turns.taken("b"):
        assert len(turns) == 1
    assert len(turns) == 0
