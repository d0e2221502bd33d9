"""What a training takes: seconds by the clock, and seconds of the processor."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

Step = TypeVar("Step")


class Stopwatch:
    """Adds up the time of what is done while it runs.

    Attributes:
        seconds: by the clock; they grow with whatever else the computer does.
        processor_seconds: that this process has computed, on all its threads; two runs are compared by them.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self.processor_seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count what is done inside, also where it ends with an error."""
        clock, processor = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - clock
            self.processor_seconds += time.process_time() - processor

    def over(self, steps: Iterator[Step]) -> Iterator[Step]:
        """Hand on steps, counting what each takes and not what is done with it."""
        while True:
            with self.running():
                try:
                    step = next(steps)
                except StopIteration:
                    return
            yield step

    def summary(self) -> dict[str, float]:
        """Return both for a run's result, to the millisecond."""
        return {"seconds": round(self.seconds, 3), "processor_seconds": round(self.processor_seconds, 3)}
