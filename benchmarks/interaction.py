"""A control of the Sentiment page moved → the last delta of the answer, beside a bare page's slider and chart."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle

from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.harness import Result, compare
from benchmarks.served import BARE_PAGE, a_script, the_app
from benchmarks.websocket_client import Session

NOTE = "websocket client: units of the Sentiment page moved → last delta / one slider and one chart"


def mover(session: Session, key: str) -> Callable[[], float]:
    """Return a call that moves a slider to another value each time and waits for the answer."""
    values = cycle(range(20, 60))

    def move() -> float:
        value = float(next(values))

        def set_value(state: WidgetState) -> None:
            state.double_array_value.data[:] = [value]

        return session.change(key, set_value)

    return move


def measure() -> Result:
    """Measure both sides in turns."""
    with the_app() as ours, a_script(BARE_PAGE) as theirs, Session(ours) as app, Session(theirs) as bare:
        app.open("sentiment")
        bare.open()
        move_ours, move_theirs = mover(app, "units1"), mover(bare, "number")
        for _ in range(5):
            move_ours(), move_theirs()
        timing = compare(move_ours, move_theirs, rounds=25, repeats=3, clock=time.perf_counter)
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", NOTE)
