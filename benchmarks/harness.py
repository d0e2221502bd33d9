"""How two things are timed against each other: in one process, in turns, so that both meet the same weather."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

#: What is told of each bench, in this order.
KEYS = ("ratio", "better", "required", "aim", "ours", "theirs", "unit", "note")


class UnavailableError(RuntimeError):
    """A bench that cannot be run here; the message is a sentence that says what is missing."""


@dataclass(frozen=True)
class Result:
    """What a bench found.

    Attributes:
        ratio: ours divided by theirs.
        ours: our side, in `unit`.
        theirs: the other side, in `unit`.
        unit: "ms", "words/s" …
        note: what was measured, in a sentence.
    """

    ratio: float
    ours: float
    theirs: float
    unit: str
    note: str


@dataclass(frozen=True)
class Bench:
    """One line of the table: what is measured, and what is asked of it.

    Attributes:
        module: has a `measure() -> Result`; imported when the bench runs, for one may need what a computer lacks.
        better: which way is good.
        required: the ratio that must be reached.
        aim: the ratio hoped for.
    """

    module: str
    better: Literal["lower", "higher"]
    required: float
    aim: float

    def passes(self, ratio: float) -> bool:
        """Tell whether the required ratio is reached."""
        return ratio <= self.required if self.better == "lower" else ratio >= self.required

    def to_json(self, result: Result | None, note: str = "") -> dict[str, Any]:
        """Return plain JSON data, four significant digits; null and the note where nothing was measured."""
        found = (
            asdict(result) if result else dict.fromkeys(("ratio", "ours", "theirs", "unit")) | {"note": note}
        )
        line = {"better": self.better, "required": self.required, "aim": self.aim} | found
        return {key: float(f"{line[key]:.4g}") if isinstance(line[key], float) else line[key] for key in KEYS}


@dataclass(frozen=True)
class Timing:
    """Two things timed in turns.

    Attributes:
        ratio: median of the rounds' ratios, ours to theirs.
        ours: median milliseconds.
        theirs: median milliseconds.
    """

    ratio: float
    ours: float
    theirs: float


def compare(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    rounds: int = 11,
    repeats: int = 3,
    clock: Callable[[], float] = time.thread_time,
) -> Timing:
    """Time two calls in turns; a round's time is the best of some repeats, and the first call is not counted.

    Args:
        ours: our side.
        theirs: the other side.
        rounds: pairs of times; who begins alternates.
        repeats: calls per time.
        clock: seconds. The default counts this thread's work only, so that a busy computer disturbs little;
            both sides must then run in this thread. `time.perf_counter` for anything else.
    """
    ours(), theirs()
    pairs = []
    for number in range(rounds):
        first, second = (ours, theirs) if number % 2 else (theirs, ours)
        times = {side: min(_seconds(side, clock) for _ in range(repeats)) for side in (first, second)}
        pairs.append((times[ours], times[theirs]))
    return Timing(
        statistics.median(mine / other for mine, other in pairs),
        1000 * statistics.median(mine for mine, _ in pairs),
        1000 * statistics.median(other for _, other in pairs),
    )


def _seconds(call: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    call()
    return clock() - start
