"""Descriptors: a server that may open few serves many visits, and one that may open more takes what it may."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.websocket_client import Session
from tests.browser.served import BOOT, free_port, start, wait_for
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows counts descriptors otherwise")

FEW = 256  # what macOS gives
VISITS = 400


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """Serve the app with few descriptors, soft and hard; give its address and its process's id."""
    port = free_port()
    limited = ("sh", "-c", f'ulimit -n {FEW} && exec "$@"', "sh")
    process = start(ROOT / "app.py", port, tmp_path, within=limited, SEQVIZ_WORKERS="1")
    try:
        wait_for(process, port, tmp_path)
        yield f"127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(timeout=BOOT)


def test_four_hundred_visits_one_after_another_do_not_use_up_256_descriptors(server, tmp_path):
    address, pid = server
    for number in range(VISITS):
        with Session(address) as session:
            if number % 20 == 0:
                session.open("glossary")
    with Session(address) as session:
        assert session.open("glossary") > 0.0
    assert "Too many open files" not in (tmp_path / "server.log").read_text()
    folder = Path(f"/proc/{pid}/fd")
    if folder.exists():
        assert len(list(folder.iterdir())) < FEW / 4


RAISED = """
import resource
from seqviz.ui.descriptors import raise_limit
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, min(hard, 300)))
print(raise_limit(), *resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def test_the_soft_limit_is_raised_to_the_hard_one():
    done = subprocess.run([sys.executable, "-c", RAISED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["300", "300", "300"]
