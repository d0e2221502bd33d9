"""A run that is over, for a test to find in the store."""

from __future__ import annotations

import numpy as np

from seqviz.runs.events import Finished
from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import WorkerClient
from tests.runs.counting import CountingExperiment

COUNT = CountingExperiment()


def finish(store: Store, desk: WorkerClient, experiment=COUNT, owner="anna", **result) -> str:
    run = store.submit(experiment, owner)
    desk.claim(run.id)
    desk.finish(run.id, Finished(result, {"count": np.ones(2, np.float32)}, {"vocabulary": ["a"]}), 1.5)
    return run.id
