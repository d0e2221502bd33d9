"""A server without pages: workers beside a process that then only waits (run by test_runner)."""

from __future__ import annotations

import sys
import time

from seqviz.runs.store.store import Store
from seqviz.runs.workers.runner import Runner

if __name__ == "__main__":
    with Runner(Store(), num_workers=2) as runner:
        print(*runner.pids, flush=True)
        time.sleep(float(sys.argv[1]))
