"""A pace: what comes faster waits until its time, without any work being done for it meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable


class Pace:
    """Gives each of many its times, at most so many a second.

    Args:
        a_second: how often for each.
        clock: the time now, in seconds.
    """

    def __init__(self, a_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._apart, self._clock = 1 / a_second, clock
        self._next: dict[str, float] = {}

    def wait(self, who: str) -> float:
        """Take the next time that is free, and return in how many seconds it is."""
        now = self._clock()
        mine = max(now, self._next.pop(who, now))
        self._next[who] = mine + self._apart  # at the end: the first was asked for longest ago
        oldest = next(iter(self._next))
        if self._next[oldest] <= now:
            del self._next[oldest]
        return mine - now

    def __len__(self) -> int:
        """Count those whose times are remembered."""
        return len(self._next)
