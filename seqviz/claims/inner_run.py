"""One run of a trial, made in the process of the trial and kept in the store like any other."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress

from seqviz.corpora.records import CorpusError
from seqviz.runs.events import Diverged, Event, Finished, Progress, Snapshot
from seqviz.runs.experiment import ConfigError, Experiment
from seqviz.runs.registry import build, train
from seqviz.runs.store.records import TRIALS, RunRecord, StoreError
from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import RunGone, WorkerClient
from seqviz.runs.workers.run_reporter import RunReporter

LOOK_EVERY = 0.5  # seconds between two looks at a run that another process makes


def run_within(store: Store, experiment: Experiment, worker: str) -> Generator[Progress, None, RunRecord]:
    """Return the run of an experiment as it ended: one that is there already, or a new one, made here.

    Args:
        store: where runs are kept.
        experiment: to run.
        worker: the name under which runs are claimed.

    Yields:
        Progress of a run while it is made. Whoever leaves the generator stops the run.

    Raises:
        StoreError: if the store does not take the run.
    """
    record = store.submit(experiment, TRIALS)
    desk = WorkerClient(store, worker)
    if record.state == "waiting" and (claimed := desk.claim(record.id)) is not None:
        with suppress(RunGone):  # deleted meanwhile: the look below says so
            yield from _make(desk, claimed)
    while (record := store.run(record.id)).is_live:
        yield Progress(record.fraction, record.seconds_left, record.doing)
        time.sleep(LOOK_EVERY)
    return record


def _make(desk: WorkerClient, run: RunRecord) -> Iterator[Progress]:
    started = time.monotonic()
    try:
        with RunReporter(desk, run.id, lambda: None) as reporter:
            finished = yield from _reported(run, reporter)
            reporter.flush()
        desk.finish(run.id, finished, time.monotonic() - started)
    except Diverged as explained:
        desk.end(run.id, "diverged", str(explained), time.monotonic() - started)
    except (ConfigError, CorpusError) as explained:
        desk.end(run.id, "failed", str(explained), time.monotonic() - started)
    except RunGone:
        raise
    except Exception as problem:
        said = f"The run failed: {type(problem).__name__}: {str(problem)[:200]}"
        desk.end(run.id, "failed", said, time.monotonic() - started)
    except BaseException:  # the trial was stopped, between two events or within one
        with suppress(RunGone, StoreError):
            desk.end(run.id, "stopped", "The trial that it belonged to was stopped.")
        raise


def _reported(run: RunRecord, reporter: RunReporter) -> Generator[Progress, None, Finished]:
    """Make the run; its snapshots are left out, for a trial makes many runs and looks at none during training."""
    events: Iterator[Event] = train(build(run.kind, run.config))
    with closing(events):  # type: ignore[type-var]
        for event in events:
            if isinstance(event, Finished):
                return event
            if not isinstance(event, Snapshot):
                reporter.add(event)
            yield event if isinstance(event, Progress) else Progress(0.0, None, "")
    raise RuntimeError("the experiment ended without a result")
