"""Keeps full garbage collections short, however much the server has come to hold.

Streamlit collects garbage after every script run, with the interpreter's lock held: everyone waits. A collection
takes as long as there are objects in sight, and the corpora, nets and word vectors that the lessons load stay for
good. So whatever survives a collection that was long is frozen: put out of the collector's sight.
"""

from __future__ import annotations

import ctypes
import gc
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONG = 0.010  # seconds; a full collection that took longer freezes what it left
THAW_EVERY = 3600.0  # seconds; so seldom one collection sees everything, for frozen cycles that died since


class ShortCollections:
    """A callback of the garbage collector.

    Args:
        clock: the time now, in seconds.

    Source: Python documentation, `gc.callbacks` and `gc.freeze`.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._started = self._thawed = clock()

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        """Look at the clock before and after a full collection."""
        if info["generation"] < 2:
            return
        if phase == "start":
            self._begin()
        elif self._clock() - self._started > LONG:
            gc.freeze()

    def _begin(self) -> None:
        self._started = self._clock()
        if self._started - self._thawed > THAW_EVERY:
            self._thawed = self._started
            gc.unfreeze()


@contextmanager
def short_collections() -> Iterator[None]:
    """Collect now, freeze what is left, and keep later collections short."""
    callback = ShortCollections()
    gc.collect()
    gc.freeze()
    gc.callbacks.append(callback)
    try:
        yield
    finally:
        gc.callbacks.remove(callback)


def collect_everything() -> None:
    """Collect what died out of sight too; everyone waits meanwhile, so call it when nobody is there."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def give_back_memory() -> None:
    """Let the C library return freed memory to the system; glibc keeps it otherwise, in every thread's arena."""
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).malloc_trim(0)
