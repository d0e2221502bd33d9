"""A worker process: takes runs from the store's queue, one after another, and trains them.

`python -m seqviz.runs.workers.worker --name NAME`, started by `seqviz.runs.workers.runner`. It ends when its standard
input closes, and so with the server, whatever way the server ends.
"""

from __future__ import annotations

import _thread
import argparse
import gc
import logging
import math
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

from seqviz.runs.store.records import RunRecord
from seqviz.runs.store.store import Store
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.runs.workers.execution import Execution

LOOK_EVERY = 0.2  # seconds between two looks for work
REPORT_EVERY = 2.0
SERVER_ENDED = "The server was stopped while this run trained; train it again."


class Worker:
    """The loop of one worker process.

    Args:
        desk: its side of the store.
        options: the command line, see `options`.
    """

    def __init__(self, desk: WorkerClient, options: argparse.Namespace) -> None:
        self.desk, self.options = desk, options
        self.execution: Execution | None = None
        self._reported = -math.inf

    def work(self) -> None:
        """Run what is next, for ever; or until memory should be given back; or only the run named.

        Torch is loaded before a run is taken: loading it holds up the heartbeat, on a busy computer for longer
        than a run may be silent, and it must not be broken off.
        """
        warm_up()
        while True:
            try:
                run = self._take()
            except StoreUnavailable:  # the store has logged why
                run = None
            if run is not None:
                self._train(run)
            if self.options.only or (run is not None and self._holds_much_memory()):
                return
            if run is None:
                time.sleep(LOOK_EVERY)

    def _take(self) -> RunRecord | None:
        if self.options.only:
            return self.desk.claim(self.options.only)
        self._report()
        return self.desk.claim_next(self.options.longest_seconds)

    def _report(self) -> None:
        if time.monotonic() - self._reported > REPORT_EVERY:
            self.desk.report(self.options.longest_seconds)
            self._reported = time.monotonic()

    def _train(self, run: RunRecord) -> None:
        limit = self.options.limit_seconds
        self.execution = Execution(self.desk, run, limit, interrupt_main=_thread.interrupt_main)
        self.execution.execute()
        self.execution = None
        gc.collect()

    def _holds_much_memory(self) -> bool:
        return _resident_bytes() > self.options.memory_gigabytes * 2**30 / 2

    def interrupt(self, _signal: int, frame: FrameType | None) -> None:
        """Answer the signal SIGINT: end the run at work if it should stop; else go on.

        A module being imported is let finish, for half an extension module breaks the process when it is imported
        again; the next signal is not far.
        """
        if self.execution is not None and not _is_importing(frame):
            self.execution.interrupt()

    def end(self, *_: object) -> None:
        """End this process at once; the run it holds is lost."""
        threading.Timer(3.0, os._exit, [1]).start()  # should the store not answer
        with suppress(StoreUnavailable):  # who looks at the run finds it silent
            self.desk.lose_all(SERVER_ENDED)
            self.desk.leave()
        os._exit(0)


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def warm_up() -> None:
    """Load torch and take one step, before anyone waits for it; then hide all that from the collector."""
    import torch

    torch.set_num_threads(1)
    layer = torch.nn.LSTM(2, 2, batch_first=True)
    optimizer = torch.optim.Adam(layer.parameters())
    layer(torch.zeros(1, 2, 2))[0].sum().backward()
    optimizer.step()
    gc.collect()
    gc.freeze()


def limit_memory(gigabytes: float) -> None:
    """Let allocations beyond this many gigabytes fail, which ends the run and not the machine (Linux only).

    RLIMIT_DATA counts what is allocated; RLIMIT_AS would count torch's mapped libraries too.
    """
    if sys.platform == "linux":
        import resource

        most = int(gigabytes * 2**30)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _resident_bytes() -> int:
    """Return this process's memory now, or 0 where the system does not tell."""
    statistics = Path("/proc/self/statm")
    if not statistics.exists():
        return 0
    return int(statistics.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _end_with_the_server(worker: Worker) -> None:
    """Wait for the pipe from the server to close, then end; unbuffered, or Python aborts if it ends meanwhile."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    worker.end()


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line that the runner writes."""
    parser = argparse.ArgumentParser(prog="python -m seqviz.runs.workers.worker", description=__doc__)
    parser.add_argument("--name", required=True, help="unlike any other worker's")
    parser.add_argument("--longest-seconds", type=float, help="take no run expected to take longer")
    parser.add_argument("--limit-seconds", type=float, default=math.inf, help="end a run after so long")
    parser.add_argument("--memory-gigabytes", type=float, default=4.0, help="let larger allocations fail")
    parser.add_argument("--only", metavar="RUN", help="take this run and end with it")
    return parser.parse_args(arguments)


def main() -> None:
    """Work until the server ends."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    given = options()
    store = Store()
    worker = Worker(WorkerClient(store, given.name), given)
    signal.signal(signal.SIGINT, worker.interrupt)  # Ctrl-C is for the server, which then closes the pipe
    signal.signal(signal.SIGTERM, worker.end)
    threading.Thread(target=_end_with_the_server, args=[worker], daemon=True).start()
    limit_memory(given.memory_gigabytes)
    if hasattr(os, "nice"):
        os.nice(10)
    with store.uploads.read_here():
        worker.work()
    with suppress(StoreUnavailable):
        worker.desk.leave()


if __name__ == "__main__":
    main()
