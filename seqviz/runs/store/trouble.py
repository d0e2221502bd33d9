"""What is said when the database does not answer: a sentence to people, and one line a cause in the log."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from seqviz.runs.store.records import StoreError

#: Words in a driver's message -> what is wrong, for people.
CAUSES = {
    "locked": "another program is writing to it",
    "busy": "another program is writing to it",
    "full": "the disk is full",
    "readonly": "it may only be read",
    "read-only": "it may only be read",
    "QueuePool limit": "too many people ask it at once",
}
RECENT = 10.0  # seconds after a failure in which the next one is expected soon

log = logging.getLogger(__name__)


class StoreUnavailable(StoreError):
    """The database did not take or give something; nothing of what was asked for has happened."""


def short(problem: Exception) -> str:
    """Return the first line of what a driver says."""
    return str(getattr(problem, "orig", None) or problem).strip().splitlines()[0].rstrip(".")


def cause_of(problem: Exception) -> str:
    """Return what is wrong with the database, for people."""
    said = short(problem)
    return next((cause for words, cause in CAUSES.items() if words in said), said)


class Trouble:
    """What is wrong with a database now, as the last attempts showed; each cause is logged once until it is over.

    Args:
        clock: the time now, in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, int] = {}  # cause -> how often
        self._last = float("-inf")
        self._lock = threading.Lock()

    def refused(self, doing: str, problem: Exception) -> StoreUnavailable:
        """Note that the database did not answer; return the error that says so.

        Args:
            doing: "saved" or "read", what could not be done.
            problem: the driver's error.
        """
        cause = cause_of(problem)
        with self._lock:
            self._last = self._clock()
            count = self._failed[cause] = self._failed.get(cause, 0) + 1
        if count == 1:
            log.error("Nothing can be %s in the store: %s (%s)", doing, cause, short(problem))
        return StoreUnavailable(f"Nothing can be {doing} in the store just now: {cause}. {_ADVICE[doing]}")

    def wrote(self) -> None:
        """Note that the database has taken something: what was wrong is over."""
        if not self._failed:
            return
        with self._lock:
            failed, self._failed, self._last = self._failed, {}, float("-inf")
        log.warning("The store can be written again; %d attempts had failed", sum(failed.values()))

    def is_recent(self) -> bool:
        """Tell whether the database did not answer a moment ago."""
        return self._clock() - self._last < RECENT


_ADVICE = {
    "saved": "What it holds can be read; try again in a moment.",
    "read": "Nothing is lost; try again in a moment.",
}
