"""A worker of the command line that trains in the test's own process: starting Python and torch takes seconds."""

from __future__ import annotations

from seqviz.runs.store.store import Store
from seqviz.runs.workers.runner import run_in_process


class WorkerInProcess:
    """Stands for a `WorkerProcess` that takes one run and has ended when it is made.

    Args:
        store: where its run waits.
        only: the worker's option of this name.
        run_id: the run.
    """

    def __init__(self, store: Store, only: str, run_id: str) -> None:
        assert only == "--only"
        with store.uploads.read_here():
            run_in_process(store, run_id)

    def has_ended(self) -> bool:
        return True

    def ask_to_end(self) -> None:
        """Nothing is left to end."""

    def wait(self, seconds: float) -> None:
        """Nothing is left to wait for."""
