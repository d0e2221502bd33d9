"""What comes too fast gets later and later times; others do not, and what is over is forgotten."""

from __future__ import annotations

from seqviz.ui.server.pace import Pace


def test_each_gets_times_of_its_own_so_far_apart():
    now = [10.0]
    pace = Pace(4, lambda: now[0])
    assert [pace.wait("a") for _ in range(3)] == [0.0, 0.25, 0.5]
    assert pace.wait("b") == 0.0
    now[0] = 10.5
    assert pace.wait("a") == 0.25


def test_who_is_late_gets_no_time_back():
    now = [0.0]
    pace = Pace(2, lambda: now[0])
    pace.wait("a")
    now[0] = 100.0
    assert [pace.wait("a"), pace.wait("a")] == [0.0, 0.5]


def test_times_that_are_over_are_forgotten():
    now = [0.0]
    pace = Pace(1, lambda: now[0])
    for k in range(100):
        now[0] += 2.0
        pace.wait(f"{k}")
    assert len(pace) <= 2
