"""A server without pages: workers beside a process that then only waits (run by test_runner)."""

from __future__ import annotations

import sys
import time

from seqviz.training.runner import Runner
from seqviz.training.store import Store

if __name__ == "__main__":
    with Runner(Store(), num_workers=2) as runner:
        print(*runner.pids, flush=True)
        time.sleep(float(sys.argv[1]))
