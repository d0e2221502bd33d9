"""The tiny net of the command line's tests, and what the store keeps of a run."""

from __future__ import annotations

from seqviz.runs.store.records import RunRecord
from seqviz.runs.store.store import Store

SMALL_NET = ["--cell", "gru", "--hidden-sizes", "5,3", "--bidirectional", "--embedding-dim", "4"]
TINY = [*SMALL_NET, "--batch-size", "8", "--num-epochs", "2"]


def kept(run_id: str) -> RunRecord:
    with Store() as store:
        return store.run(run_id)
