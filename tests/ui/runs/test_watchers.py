from hypothesis import given
from hypothesis import strategies as st

from seqviz.ui.runs.watchers import FORGOTTEN_AFTER, SHORTEST_INTERVAL, TICKS_PER_SECOND, Watchers


@given(st.integers(1, 60))
def test_a_class_of_watchers_makes_at_most_ten_looks_a_second_together(number):
    watchers = Watchers(clock=lambda: 0.0)
    interval = [watchers.interval(f"watcher {k}") for k in range(number)][-1]
    assert number / interval <= TICKS_PER_SECOND
    assert interval >= SHORTEST_INTERVAL


def test_who_no_longer_looks_is_forgotten():
    now = [0.0]
    watchers = Watchers(clock=lambda: now[0])
    for k in range(30):
        watchers.interval(f"watcher {k}")
    now[0] = FORGOTTEN_AFTER + 1
    assert watchers.interval("the last one") == SHORTEST_INTERVAL
