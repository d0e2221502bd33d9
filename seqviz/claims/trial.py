"""A trial: every arm under every condition, seed by seed, and the verdict that this allows."""

from __future__ import annotations

import time
import uuid
from collections.abc import Generator, Iterator, Sequence

from seqviz.claims.config import TrialExperiment
from seqviz.claims.inner_run import run_within
from seqviz.claims.machine import machine
from seqviz.claims.outcome import NoValue, Outcome, read
from seqviz.claims.report import report
from seqviz.claims.schedule import Entry, by_run
from seqviz.claims.table import Row, Table
from seqviz.claims.trial_notes import note_of
from seqviz.claims.words import condition_in_words
from seqviz.corpora.loading import known_corpora
from seqviz.corpora.records import CorpusError
from seqviz.runs.events import Event, Finished, Progress
from seqviz.runs.experiment import Experiment
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.runs.store.store import Store


def run_trial(experiment: TrialExperiment) -> Iterator[Event]:
    """Run a trial in the store that this process is set to use; see `trial_events`."""
    with Store() as store:
        yield from trial_events(experiment, store)


def trial_events(experiment: TrialExperiment, store: Store) -> Iterator[Event]:
    """Run a trial.

    Yields:
        Progress, `Note("measured", {"rows": …})` after each run, Finished with the table and the verdict.

    Raises:
        CorpusError: if a corpus that it needs is not on this computer.
    """
    batches = by_run(experiment.schedule())
    _refuse_missing({getattr(run, "corpus", "") for run, _ in batches})
    costs = [0.1 if run is None else run.expected_seconds() for run, _ in batches]
    rows: list[Row] = []
    clock = _Clock(sum(costs), experiment.num_seeds)
    worker = f"trial-{uuid.uuid4().hex}"
    for (run, entries), cost in zip(batches, costs, strict=True):
        found = yield from _measured(store, run, entries, clock.watching(entries[0], cost), worker)
        rows += found
        clock.done += cost
        yield note_of(found)
        yield clock.progress(entries[0], 0.0)
    table = Table(tuple(rows))
    result = report(experiment.tried, table) | {"rows": [row.as_data() for row in rows]}
    yield Finished(result | {"machine": machine(), "seconds": round(clock.seconds + clock.before, 1)}, {})


def _refuse_missing(names: set[str]) -> None:
    """Say at once that a corpus is missing: every single run would fail for it."""
    for corpus in known_corpora():
        if corpus.spec in names and not corpus.available:
            raise CorpusError(f"{corpus.title} is not on this computer. {corpus.how_to_get_it}")


class _Clock:
    """How far a trial is, by the seconds that its runs are expected to take."""

    def __init__(self, total: float, num_seeds: int) -> None:
        self.total, self.done, self.num_seeds = total, 0.0, num_seeds
        self.before = 0.0  # seconds of runs that were there already
        self._started = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the trial began."""
        return time.monotonic() - self._started

    def progress(self, entry: Entry, cost: float) -> Progress:
        """Tell how far the trial is, `cost` seconds into the run of an entry."""
        fraction = min(1.0, (self.done + cost) / self.total)
        left = self.seconds * (1 / fraction - 1) if fraction > 0.02 else self.total - self.done
        where = condition_in_words(entry.condition)
        doing = f"seed {entry.seed + 1} of {self.num_seeds}: {entry.arm}{f', {where}' if where else ''}"
        return Progress(fraction, left, doing)

    def watching(self, entry: Entry, cost: float) -> _Watch:
        """Return what turns the progress of one run into the trial's."""
        return _Watch(self, entry, cost)


class _Watch:
    """Turns the progress of one run into that of its trial."""

    def __init__(self, clock: _Clock, entry: Entry, cost: float) -> None:
        self.clock, self.entry, self.cost = clock, entry, cost
        self.furthest, self.has_moved = 0.0, False

    def of(self, progress: Progress) -> Progress:
        """Return the trial's progress; it never goes back."""
        self.furthest, self.has_moved = max(self.furthest, progress.fraction), True
        return self.clock.progress(self.entry, self.cost * self.furthest)


def _measured(
    store: Store, run: Experiment | None, entries: Sequence[Entry], watch: _Watch, worker: str
) -> Generator[Event, None, list[Row]]:
    """Make one run, or find it made, and read from it what is asked for."""
    if run is None:
        return [_row(entry, None, "") for entry in entries]
    record: RunRecord | None = None
    try:
        steps = run_within(store, run, worker)
        try:
            while True:
                yield watch.of(next(steps))
        except StopIteration as end:
            record = end.value
        finally:
            steps.close()
    except StoreError:  # deleted while it ran, or the store did not take it
        return [_broken(entry, "lost") for entry in entries]
    assert record is not None
    if not watch.has_moved:
        watch.clock.before += record.seconds or 0.0
    return _rows(store, record, entries)


def _rows(store: Store, record: RunRecord, entries: Sequence[Entry]) -> list[Row]:
    if record.state != "finished" or record.result is None:
        return [_broken(entry, record.state, record.id) for entry in entries]
    outcome = Outcome(store, record.id, record.config, record.result)
    return [_row(entry, outcome, record.id) for entry in entries]


def _row(entry: Entry, outcome: Outcome | None, run_id: str) -> Row:
    try:
        return Row(entry.condition, entry.arm, entry.seed, read(entry.reading, outcome), run=run_id)
    except NoValue as why:
        return _broken(entry, why.state, run_id)
    except StoreError:  # its weights or events have been deleted
        return _broken(entry, "lost", run_id)


def _broken(entry: Entry, state: str, run_id: str = "") -> Row:
    return Row(entry.condition, entry.arm, entry.seed, None, state, run_id)
