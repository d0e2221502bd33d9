"""Descriptors: a server that may open few serves many visits, and one that may open more takes what it may."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from benchmarks.websocket_client import Session
from tests.browser.served import BOOT, free_port, start, wait_for
from tests.conftest import ROOT
from tests.runs.waiting import seconds_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows counts descriptors otherwise")

FEW = 256  # what macOS gives
VISITS = 400


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("few")


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[tuple[str, int]]:
    """Serve the app with few descriptors, soft and hard; give its address and its process's id."""
    port = free_port()
    limited = ("sh", "-c", f'ulimit -n {FEW} && exec "$@"', "sh")
    process = start(ROOT / "app.py", port, home, within=limited, SEQVIZ_WORKERS="1")
    try:
        wait_for(process, port, home)
        yield f"127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(timeout=BOOT)


def test_four_hundred_visits_one_after_another_do_not_use_up_256_descriptors(server, home):
    address, pid = server
    for number in range(VISITS):
        with Session(address) as session:
            if number % 20 == 0:
                session.open("glossary")
    with Session(address) as session:
        assert session.open("glossary") > 0.0
    assert "Too many open files" not in (home / "server.log").read_text()
    folder = Path(f"/proc/{pid}/fd")
    if folder.exists():
        assert len(list(folder.iterdir())) < FEW / 4


def test_when_no_more_pages_fit_the_next_visitor_is_told_and_the_log_is_not_flooded(server, home):
    address, _ = server
    with ExitStack() as open_pages:
        with pytest.raises(InvalidStatus):
            for _ in range(FEW):
                open_pages.enter_context(Session(address))
        assert health(address)
        asks = urllib.request.Request(f"http://{address}/", headers={"Accept": "text/html"})
        for _ in range(20):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(asks, timeout=10)
        assert (refused.value.code, refused.value.headers["Retry-After"]) == (503, "60")
        assert "pages are open, as many as this computer can serve" in refused.value.read().decode()
    with Session(address) as session:  # they have gone, and there is room again
        assert session.open("glossary") > 0.0
    log = (home / "server.log").read_text()
    assert log.count("pages are open: no more are let in") == 1
    assert len(log.splitlines()) < 40


def health(address: str) -> bool:
    with urllib.request.urlopen(f"http://{address}/_stcore/health", timeout=10) as answer:
        return answer.status == 200


def test_its_workers_end_with_it(server):
    """The last that is asked of this server."""
    _, pid = server
    workers = children(pid)
    assert len(workers) == 1
    os.kill(pid, signal.SIGTERM)
    seconds_until(lambda: not any(map(is_alive, workers)))


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


RAISED = """
import resource
from seqviz.ui.server.descriptors import raise_limit
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, min(hard, 300)))
print(raise_limit(), *resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def test_the_soft_limit_is_raised_to_the_hard_one():
    done = subprocess.run(
        [sys.executable, "-c", RAISED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["300", "300", "300"]
