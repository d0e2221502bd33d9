"""Every control of every lesson moved once → the last delta of the answer, beside a bare page's slider and chart."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from benchmarks.harness import Result
from benchmarks.interaction import mover
from benchmarks.moves import another_value
from benchmarks.served import BARE_PAGE, a_script, the_app
from benchmarks.websocket_client import Session
from seqviz.ui.syllabus import lessons

SLOW = 300.0  # milliseconds: whoever waits longer needs to see that something goes on
MOST_NAMED = 5


def measure() -> Result:
    """Move each control to another value and back; after each, move the bare page's slider."""
    with the_app() as app, a_script(BARE_PAGE) as script, Session(script) as bare:
        bare.open()
        move_bare = mover(bare, "number")
        for _ in range(5):
            move_bare()
        ours: dict[str, float] = {}
        theirs: list[float] = []
        for lesson in lessons():
            ours |= _of_lesson(app, lesson, lambda: theirs.append(1000 * move_bare()))
    slowest = statistics.quantiles(ours.values(), n=20)[-1]
    usual = statistics.median(theirs)
    return Result(slowest / usual, slowest, usual, "ms", told(ours))


def _of_lesson(address: str, lesson: str, in_between: Callable[[], None]) -> dict[str, float]:
    """Return the milliseconds of each control of a lesson: "lesson: key" -> its answer."""
    found = {}
    with Session(address) as session:
        session.open(lesson)
        for key, control in session.controls().items():
            move = another_value(control)
            if move is not None and session.has(key):
                found[f"{lesson}: {key}"] = 1000 * session.change(key, move)
                session.forget(key)
                in_between()
    return found


def told(ours: dict[str, float]) -> str:
    """Say how many controls were moved, how quick the answers are, and which are slow."""
    ordered = sorted(ours.items(), key=lambda entry: -entry[1])
    slow = sum(milliseconds > SLOW for milliseconds in ours.values())
    named = "; ".join(f"{key} {milliseconds:.0f}" for key, milliseconds in ordered[:MOST_NAMED])
    return (
        f"websocket client: p95 of {len(ours)} controls of {len(lessons())} pages, each moved once / median of one "
        f"slider and one chart. Ours: p50 {statistics.median(ours.values()):.0f} ms; above {SLOW:.0f} ms: {slow}; "
        f"slowest, ms: {named}"
    )
