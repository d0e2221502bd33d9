"""A Streamlit script served for the browser tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT

BOOT = 90  # seconds, on a loaded computer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(
    script: Path, port: int, home: Path, *, within: tuple[str, ...] = (), **environment: str
) -> subprocess.Popen[bytes]:
    """Start the server of a script, with the app's own settings and an empty data directory.

    Args:
        script: what is served.
        port: where.
        home: the data directory.
        within: a command that runs the one given to it, as `nice` does.
        **environment: beside this process's own.
    """
    command = [*within, sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true"]
    own = {"SEQVIZ_HOME": str(home), "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    with (home / "server.log").open("w") as log:
        return subprocess.Popen(
            [*command, "--server.port", str(port)],
            cwd=ROOT,
            env=os.environ | own | environment,
            stdout=log,
            stderr=log,
        )


def wait_for(process: subprocess.Popen[bytes], port: int, home: Path) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + BOOT
    while time.monotonic() < deadline:
        assert process.poll() is None, (home / "server.log").read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"The server needed to answer within {BOOT} s: {(home / 'server.log').read_text()}")


@contextmanager
def served(script: Path, home: Path, **environment: str) -> Iterator[str]:
    """Serve a script and give its address."""
    port = free_port()
    process = start(script, port, home, **environment)
    try:
        wait_for(process, port, home)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=BOOT)
