"""A run by its id, wherever it is kept: in the store, or among those that come with the app, whose ids are names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from seqviz.export.bundled_runs import BUNDLED, PRETRAINED, load_bundled_run
from seqviz.runs.experiment import Experiment
from seqviz.runs.store.store import Store

#: Every run that comes with the app: its name -> its experiment.
WITH_THE_APP: dict[str, Experiment] = BUNDLED | PRETRAINED


@dataclass(frozen=True)
class KeptRun:
    """What is kept of a run.

    Attributes:
        id: in the store, or the name of one that comes with the app.
        kind: of its experiment.
        state: how it ended, or that it goes on.
        config: the experiment's fields as plain JSON data.
        result: what came out; None before the end.
        extras: what its nets need beside their weights.
        weights: by state-dict name.
    """

    id: str
    kind: str
    state: str
    config: dict[str, Any]
    result: dict[str, Any] | None
    extras: dict[str, Any]
    weights: dict[str, np.ndarray]


def kept_run(store: Store, run_id: str) -> KeptRun:
    """Return what is kept of a run.

    Args:
        store: where it is looked for if it does not come with the app.
        run_id: the run.

    Raises:
        StoreError: if there is no such run, or it has no weights.
    """
    if run_id in WITH_THE_APP:
        run = load_bundled_run(run_id)
        kind = WITH_THE_APP[run_id].kind
        return KeptRun(run_id, kind, "finished", run.config, run.result, run.extras, run.weights)
    record, weights, extras = store.run(run_id), store.weights(run_id), store.extras(run_id)
    return KeptRun(record.id, record.kind, record.state, record.config, record.result, extras, weights)
