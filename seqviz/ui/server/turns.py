"""Turns: who does much waits for each other, so that whoever only moves a control need not wait for them."""

from __future__ import annotations

import itertools
import math
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

LOOK_AGAIN = 0.25  # seconds after which who waits looks whether a turn has become too long


@dataclass(order=True)
class _Waiting:
    rank: int
    number: int
    who: str = field(compare=False)
    called: threading.Event = field(compare=False, default_factory=threading.Event)


class Turns:
    """Lets only some threads go on at a time.

    Args:
        at_once: how many in all.
        each: how many of one person.
        longest: seconds after which a turn keeps nobody waiting any more, though it goes on.
        clock: the time now, in seconds.
    """

    def __init__(
        self,
        *,
        each: int,
        at_once: float = math.inf,
        longest: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._each, self._at_once, self._longest, self._clock = each, at_once, longest, clock
        self._numbers = itertools.count()
        self._waiting: list[_Waiting] = []
        self._running: dict[int, tuple[str, float]] = {}  # number -> (whose turn, since when)
        self._lock = threading.Lock()

    @contextmanager
    def taken(self, who: str, rank: int = 0) -> Iterator[None]:
        """Wait for a turn, and keep it while the block runs.

        Args:
            who: whose turn it is.
            rank: of those who wait, the lowest is called first; among equals, who came first.
        """
        with self._lock:
            mine = _Waiting(rank, next(self._numbers), who)
            self._waiting.append(mine)
            self._call_next()
        try:
            while not mine.called.wait(LOOK_AGAIN):
                with self._lock:
                    self._call_next()
            yield
        finally:
            with self._lock:
                self._running.pop(mine.number, None)
                if mine in self._waiting:  # interrupted while it waited
                    self._waiting.remove(mine)
                self._call_next()

    def __len__(self) -> int:
        """Count those who wait or have a turn."""
        with self._lock:
            return len(self._waiting) + len(self._running)

    def _call_next(self) -> None:
        now = self._clock()
        counted = Counter(who for who, since in self._running.values() if now - since < self._longest)
        for waiting in sorted(self._waiting):
            if counted.total() >= self._at_once:
                return
            if counted[waiting.who] < self._each:
                counted[waiting.who] += 1
                self._running[waiting.number] = (waiting.who, now)
                self._waiting.remove(waiting)
                waiting.called.set()
