from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.browser.conftest import BOOT, free_port, wait_for
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


def start_server(home: Path, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    environment = os.environ | {"SEQVIZ_HOME": str(home), "SEQVIZ_WORKERS": "1"}
    with (home / "log").open("w") as log:
        return subprocess.Popen(
            [*command, "--server.port", str(port)], cwd=ROOT, env=environment, stdout=log, stderr=log
        )


def test_server_and_workers_end_together(tmp_path):
    port = free_port()
    server = start_server(tmp_path, port)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, tmp_path / "log")
        workers = children(server.pid)
        assert len(workers) == 1
    finally:
        server.terminate()
        server.wait(timeout=BOOT)
    deadline = time.monotonic() + 10
    while any(map(is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(is_alive, workers))
