"""Wait for something another process does."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds_until(happened: Callable[[], object], at_most: float = 60.0) -> float:
    """Wait until `happened()` is true; return how long that took."""
    started = time.monotonic()
    while not happened():
        assert time.monotonic() - started < at_most, f"did not happen within {at_most} s"
        time.sleep(0.02)
    return time.monotonic() - started
