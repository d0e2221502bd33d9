from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from tests.browser.served import BOOT, free_port, start, wait_for
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads process ids as Unix has them")


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [line.split() for line in listed.splitlines()]
    return [int(child) for child, parent in pairs if int(parent) == pid]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_server_and_workers_end_together(tmp_path):
    port = free_port()
    server = start(ROOT / "app.py", port, tmp_path, SEQVIZ_WORKERS="1")
    try:
        wait_for(server, port, tmp_path)
        workers = children(server.pid)
        assert len(workers) == 1
    finally:
        server.terminate()
        server.wait(timeout=BOOT)
    deadline = time.monotonic() + 10
    while any(map(is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(is_alive, workers))
