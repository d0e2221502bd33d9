"""Thirty students, ten of them watching a run that trains, beside one student alone on an idle server."""

from __future__ import annotations

import random
import statistics
import threading
import time

from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.harness import Result
from benchmarks.interaction import mover
from benchmarks.served import the_app
from benchmarks.websocket_client import Session

STUDENTS = 30
WATCHERS = 10
SECONDS = 30.0
OPENING_SECONDS = 10.0  # while thirty sessions open the page, nothing is counted
THINK = (1.0, 3.0)  # seconds between two moves of a student
ALONE_MOVES = 40
NOTE = "p95 of 30 websocket sessions moving a control every 1–3 s, 1 run training, 10 watching it / 1 session alone"


def measure() -> Result:
    """Measure one student alone, then the class, on the same server."""
    with the_app() as address:
        alone = _alone(address)
        run = _start_a_long_run(address)
        waits, errors = _class(address, run)
    if errors:
        raise RuntimeError(f"{len(errors)} of {STUDENTS} sessions broke; the first said: {errors[0]}")
    ours, theirs = (
        1000 * statistics.quantiles(waits, n=20)[-1],
        1000 * statistics.quantiles(alone, n=20)[-1],
    )
    return Result(ours / theirs, ours, theirs, "ms", NOTE)


def _alone(address: str) -> list[float]:
    with Session(address) as session:
        session.open("sentiment")
        move = mover(session, "units1")
        for _ in range(5):
            move()
        waits = []
        for _ in range(ALONE_MOVES):
            waits.append(move())
            time.sleep(0.1)
        return waits


def _start_a_long_run(address: str) -> str:
    """Train the bundled reviews for longer than the measurement takes; return the run's id."""
    with Session(address) as session:
        session.open("sentiment")
        session.change("num_epochs", _most_epochs)
        session.change("units1", _most_units)
        session.press("train")
        return session.parameter("run")


def _most_epochs(state: WidgetState) -> None:
    state.double_value = 50.0


def _most_units(state: WidgetState) -> None:
    state.double_array_value.data[:] = [256.0]


def _class(address: str, run: str) -> tuple[list[float], list[Exception]]:
    waits: list[float] = []
    errors: list[Exception] = []
    counted_from = time.monotonic() + OPENING_SECONDS
    deadline = counted_from + SECONDS

    def student(number: int) -> None:
        chance = random.Random(number)
        query = f"run={run}" if number < WATCHERS else ""
        try:
            with Session(address, query) as session:
                session.open("sentiment")
                move = mover(session, "units1")
                while time.monotonic() < deadline:
                    session.idle(chance.uniform(*THINK))
                    wait = move()
                    if time.monotonic() > counted_from:
                        waits.append(wait)
        except Exception as error:
            errors.append(error)

    _run_threads([threading.Thread(target=student, args=(number,)) for number in range(STUDENTS)])
    return waits, errors


def _run_threads(threads: list[threading.Thread]) -> None:
    """Start them one after another, so that not all open the page at once, and wait for their end."""
    for thread in threads:
        thread.start()
        time.sleep(0.1)
    for thread in threads:
        thread.join()
