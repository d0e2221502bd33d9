"""Servers to measure: the app, and a bare Streamlit page to compare it with."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST_BOOT = 120.0  # seconds

#: One slider and one chart, as Streamlit's own documentation would write it.
BARE_PAGE = """
import numpy as np
import plotly.express as px
import streamlit as st

st.title("Bare page")
number = st.slider("Number", 1, 100, 50, key="number")
st.plotly_chart(px.line(y=np.sin(np.arange(100) / number)), key="chart")
st.caption(f"number {number}")
"""
#: A title and nothing else.
HELLO_PAGE = 'import streamlit as st\n\nst.title("Hello, world")\n'


@contextmanager
def the_app() -> Iterator[str]:
    """Serve the app with an empty data directory; yield "host:port"."""
    with the_app_and_its_process() as (address, _):
        yield address


@contextmanager
def the_app_and_its_process(**environment: str) -> Iterator[tuple[str, int]]:
    """Serve the app with an empty data directory; yield "host:port" and the process's id."""
    with (
        tempfile.TemporaryDirectory() as home,
        _served(ROOT / "app.py", {"SEQVIZ_HOME": home} | environment) as served,
    ):
        yield served


@contextmanager
def a_script(source: str) -> Iterator[str]:
    """Serve a script of its own in a fresh folder; yield "host:port"."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "page.py"
        script.write_text(source, encoding="utf-8")
        with _served(script, {}) as (address, _):
            yield address


@contextmanager
def _served(script: Path, environment: dict[str, str]) -> Iterator[tuple[str, int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    options = ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
    server = subprocess.Popen(
        [*command, *options],
        cwd=script.parent,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"127.0.0.1:{port}", server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def _await(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + LONGEST_BOOT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with status {server.returncode} before it answered")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"no answer from {url} within {LONGEST_BOOT:.0f} s")
