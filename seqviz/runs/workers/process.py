"""How a worker process is started, and ended."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import uuid

from seqviz.runs.store.records import LOST_MESSAGE
from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import WorkerClient

#: glibc gives memory back to the system and asks for it again at every step of a long-sequence LSTM; told to
#: keep it, steps are 1.6 times quicker.
KEEP_MEMORY = {
    "MALLOC_MMAP_MAX_": "0",
    "MALLOC_TRIM_THRESHOLD_": "2147483647",
    "MALLOC_TOP_PAD_": "67108864",
    "MALLOC_ARENA_MAX": "1",
}


class WorkerProcess:
    """One worker process and its side of the store.

    Args:
        store: where it takes its runs.
        arguments: of `seqviz.runs.workers.worker`, beside the name.
    """

    def __init__(self, store: Store, *arguments: str) -> None:
        self.desk = WorkerClient(store, uuid.uuid4().hex)
        command = [sys.executable, "-m", "seqviz.runs.workers.worker", "--name", self.desk.name, *arguments]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=_environment(store)
        )

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def has_ended(self) -> bool:
        """Tell whether the process is gone."""
        return self._process.poll() is not None

    def mark_lost(self) -> None:
        """Mark what an ended process still held as lost."""
        self.desk.lose_all(LOST_MESSAGE)
        self.desk.leave()

    def ask_to_end(self) -> None:
        """Close the pipe on which the process waits."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for the end; after `seconds` the process is killed."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.ask_to_end()


def _environment(store: Store) -> dict[str, str]:
    environment = os.environ | {"SEQVIZ_STORE": store.url, "OMP_NUM_THREADS": "1"}
    if platform.libc_ver()[0] == "glibc":
        environment |= KEEP_MEMORY
    return environment
