"""A Streamlit script served for the browser tests."""

from __future__ import annotations

import fcntl
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


@contextmanager
def shared_server(folder: Path) -> Iterator[str]:
    """Serve the app for all test processes that name the same folder.

    The first starts it, and ends it once no other uses it.
    """
    home = folder / "shared-server"
    home.mkdir(exist_ok=True)
    process = None
    with _alone(home):
        if not (home / "port").exists():
            port = free_port()
            process = start(ROOT / "app.py", port, home, SEQVIZ_WORKERS="2")
            wait_for(process, port, home)
            (home / "port").write_text(str(port))
        _count(home, 1)
    try:
        yield f"http://127.0.0.1:{(home / 'port').read_text()}"
    finally:
        with _alone(home):
            _count(home, -1)
        if process is not None:
            while (home / "users").read_text() != "0":
                time.sleep(0.2)
            process.terminate()
            process.wait(timeout=BOOT)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Keep other test processes out meanwhile."""
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _count(home: Path, change: int) -> None:
    users = home / "users"
    users.write_text(str((int(users.read_text()) if users.exists() else 0) + change))
