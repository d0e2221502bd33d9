"""A server without pages: as many workers as SEQVIZ_WORKERS says, beside a process that then only waits."""

from __future__ import annotations

import sys
import time

from seqviz.runs.store.store import Store
from seqviz.runs.workers.runner import Runner

if __name__ == "__main__":
    with Runner(Store()) as runner:
        print(*runner.pids, flush=True)
        time.sleep(float(sys.argv[1]))
