from __future__ import annotations

import gc
import weakref

import pytest

from seqviz.ui.server.gc_pauses import LONG, THAW_EVERY, ShortCollections

FULL = {"generation": 2}


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Ring:
    """Refers to itself, so that only the collector can end it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def clock():
    """A clock, while the tests' own callback is away."""
    own = gc.callbacks.copy()
    gc.callbacks.clear()
    gc.unfreeze()
    yield Clock()
    gc.callbacks.extend(own)


def collect(callback: ShortCollections, clock: Clock, seconds: float) -> None:
    callback("start", FULL)
    gc.collect()
    clock.now += seconds
    callback("stop", FULL)


def test_what_survives_a_long_collection_is_put_out_of_sight(clock):
    callback = ShortCollections(clock)
    collect(callback, clock, LONG / 2)
    assert gc.get_freeze_count() == 0
    collect(callback, clock, LONG * 2)
    assert gc.get_freeze_count() > 10_000


def test_a_young_collection_is_not_looked_at(clock):
    callback = ShortCollections(clock)
    callback("start", {"generation": 1})
    clock.now += 2 * LONG
    callback("stop", {"generation": 1})
    assert gc.get_freeze_count() == 0


def test_what_died_out_of_sight_is_collected_within_the_hour(clock):
    callback = ShortCollections(clock)
    ring = Ring()
    gone = weakref.ref(ring)
    collect(callback, clock, 2 * LONG)
    del ring
    collect(callback, clock, 2 * LONG)
    assert gone() is not None
    clock.now += THAW_EVERY
    collect(callback, clock, 2 * LONG)
    assert gone() is None
