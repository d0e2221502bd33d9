"""How often each browser may look at a live run, so that a class of watchers does not saturate the server."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

TICKS_PER_SECOND = 10.0  # of all watchers together
SHORTEST_INTERVAL = 0.5  # seconds
FORGOTTEN_AFTER = 10.0  # seconds without a look


class Watchers:
    """Who is watching live runs now.

    Args:
        clock: returns seconds; replaced in tests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last_look: dict[str, float] = {}
        self._lock = threading.Lock()

    def interval(self, watcher: str) -> float:
        """Note that a watcher looks now, and return the seconds until it should look again."""
        now = self._clock()
        with self._lock:
            self._last_look[watcher] = now
            self._last_look = {w: t for w, t in self._last_look.items() if now - t <= FORGOTTEN_AFTER}
            return max(SHORTEST_INTERVAL, len(self._last_look) / TICKS_PER_SECOND)


#: The watchers of this server.
WATCHERS = Watchers()
