"""Run one experiment to its end, whatever that end is, and hand in what it yields."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import NamedTuple

from seqviz.corpora.records import CorpusError
from seqviz.models.subnormals import without_subnormals
from seqviz.runs.events import Diverged, Event, Finished
from seqviz.runs.experiment import ConfigError
from seqviz.runs.registry import build, train
from seqviz.runs.store.records import RunRecord, State
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.runs.store.worker_client import RunGone, WorkerClient
from seqviz.runs.workers.run_reporter import RunReporter

#: A paused run keeps its worker; so it may pause this long, in seconds, and less while others wait.
LONGEST_PAUSE = 600.0
LONGEST_PAUSE_WHILE_OTHERS_WAIT = 60.0
#: Seconds between two attempts to hand something in to a store that does not take it.
RETRY_EVERY = 0.5

log = logging.getLogger(__name__)


class StopNow(BaseException):
    """Ends the experiment between two of its lines; not an Exception, so that no experiment catches it."""


class Ending(NamedTuple):
    """How a run ended."""

    state: State
    message: str = ""
    finished: Finished | None = None


class Execution:
    """One run in this process.

    Args:
        desk: the worker's side of the store.
        run: the run, claimed by that worker.
        limit_seconds: training seconds after which the run is ended.
        interrupt_main: called from another thread when the experiment should stop and yields nothing; a worker
            process answers with `interrupt` in its main thread.
    """

    def __init__(
        self,
        desk: WorkerClient,
        run: RunRecord,
        limit_seconds: float = math.inf,
        interrupt_main: Callable[[], None] = lambda: None,
    ) -> None:
        self.desk, self.run = desk, run
        self.limit_seconds = limit_seconds
        self.interrupt_main = interrupt_main
        self.watch = RunReporter(desk, run.id, self._interrupt_if_due)
        self._seconds = 0.0
        self._step_started: float | None = None

    def execute(self) -> None:
        """Run the experiment and write how it ended."""
        try:
            with self.watch:
                ending = self._ending()
                if not self.watch.gone:
                    until_taken(self.watch.flush)
            until_taken(lambda: self._hand_in(ending))
        except RunGone:
            log.info("Run %s was deleted or given up by others; left it", self.run.id)

    def _hand_in(self, ending: Ending) -> None:
        if ending.finished is not None:
            self.desk.finish(self.run.id, ending.finished, self.seconds)
        else:
            self.desk.end(self.run.id, ending.state, ending.message, self.seconds)

    @property
    def seconds(self) -> float:
        """Seconds spent in the experiment so far; pauses are not counted."""
        started = self._step_started
        return self._seconds + (0.0 if started is None else time.monotonic() - started)

    def interrupt(self) -> None:
        """End the experiment from within, if it is at work and should stop."""
        if self._step_started is not None and self._why_stop() is not None:
            raise StopNow

    def _ending(self) -> Ending:
        try:
            return self._run()
        except StopNow:
            return self._why_stop() or Ending("stopped", "Paused for too long, so it was stopped for others.")
        except Diverged as explained:
            return Ending("diverged", str(explained))
        except (ConfigError, CorpusError) as explained:
            return Ending("failed", str(explained))
        except Exception as problem:
            log.exception("Run %s failed", self.run.id)
            return Ending("failed", _in_a_sentence(problem))

    def _run(self) -> Ending:
        experiment = build(self.run.kind, self.run.config)
        with without_subnormals(), closing(train(experiment)) as events:  # type: ignore[type-var]
            while (event := self._next(events)) is not None:
                if isinstance(event, Finished):
                    return Ending("finished", finished=event)
                self.watch.add(event)
                self._obey()
        return Ending("failed", "The experiment ended without a result; this is a fault of the program.")

    def _next(self, events: Iterator[Event]) -> Event | None:
        with self._counting():
            return next(events, None)

    @contextmanager
    def _counting(self) -> Iterator[None]:
        self._step_started = time.monotonic()
        try:
            yield
        finally:
            self._seconds, self._step_started = self.seconds, None

    def _obey(self) -> None:
        if self._why_stop() is not None:
            raise StopNow
        if self.watch.asked == "pause":
            self._pause()

    def _pause(self) -> None:
        until_taken(lambda: self.watch.answer("pause"))
        paused_at = time.monotonic()
        while self.watch.asked != "resume":
            if self._why_stop() is not None or self._paused_too_long(time.monotonic() - paused_at):
                raise StopNow
            time.sleep(0.05)
        until_taken(lambda: self.watch.answer("resume"))

    def _paused_too_long(self, seconds: float) -> bool:
        if seconds < LONGEST_PAUSE_WHILE_OTHERS_WAIT:
            return False
        with suppress(StoreUnavailable):
            return seconds > LONGEST_PAUSE or self.desk.others_wait()
        return False

    def _why_stop(self) -> Ending | None:
        if self.watch.gone:
            return Ending("lost")
        if self.watch.asked == "stop":
            return Ending("stopped", "Stopped before its end.")
        if self.seconds > self.limit_seconds:
            minutes = f"{self.limit_seconds / 60:g}"
            return Ending(
                "failed",
                f"This run took longer than the {minutes} minutes that a run may take here; train for fewer epochs "
                "or on shorter texts.",
            )
        return None

    def _interrupt_if_due(self) -> None:
        if self._step_started is not None and self._why_stop() is not None:
            self.interrupt_main()


def until_taken(hand_in: Callable[[], None]) -> None:
    """Hand something in to the store; where it does not take it, again and again: a result is not thrown away."""
    while True:
        try:
            hand_in()
        except StoreUnavailable:
            time.sleep(RETRY_EVERY)
        else:
            return


def _in_a_sentence(problem: Exception) -> str:
    words = str(problem)
    if isinstance(problem, MemoryError) or "allocate memory" in words or "not enough memory" in words:
        return "This run needs more memory than a run may take here; use a smaller batch, net or vocabulary."
    first_line = (words.splitlines() or [""])[0][:200]
    return f"The run ended with an error that seqviz does not know: {type(problem).__name__}: {first_line}"
