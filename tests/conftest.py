"""What every test may ask for: a data directory of its own, and the real corpora where they are at hand."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xdist.scheduler import LoadScopeScheduling

from seqviz.ui.server.gc_pauses import short_collections

os.environ["OMP_NUM_THREADS"] = "1"  # before torch is imported; two threads on two cores collapse

settings.register_profile("any computer", deadline=None)  # a loaded one must not fail a test that is right
settings.load_profile("any computer")

ROOT = Path(__file__).parent.parent


#: Browser tests that share one process, its server and its Chromium; all others share another one.
WALKS = ("random_walk", "every_page", "gate_inspector", "gate_canvas", "text_lessons", "home")


class TwoBrowsers(LoadScopeScheduling):
    """Deals tests out file by file, but the browser tests to two processes: a server and a Chromium serve each.

    They mostly wait, so two of them fill two cores; a third server would only be in their way. They begin first,
    for they take longest. xdist's own groups could not say so: pytest 9.2 no longer lets xdist write them into a
    test's name.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        if not file.startswith("tests/browser/"):
            return file
        return BROWSERS[any(f"test_{name}.py" in file for name in WALKS)]

    def _assign_work_unit(self, node: Any) -> None:
        for scope in BROWSERS:
            if scope in self.workqueue:
                self.workqueue.move_to_end(scope, last=False)
        super()._assign_work_unit(node)


BROWSERS = ("a browser that works", "a browser that walks")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TwoBrowsers:
    return TwoBrowsers(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is collected stays: to look through it for garbage would be a quarter of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def data_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the tests' stores, downloads and uploads away from the person's own."""
    engine = sys.modules.get("seqviz.ui.server.engine")
    assert engine is None or not engine.store.cache_info().currsize, (
        "some module opens the store on its import"
    )
    home = tmp_path_factory.mktemp("seqviz-home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEQVIZ_HOME", str(home))
        patch.delenv("SEQVIZ_STORE", raising=False)
        yield home


@pytest.fixture(scope="session", autouse=True)
def collector() -> Iterator[None]:
    """Collect as the server does; Streamlit's collections would be three quarters of the page tests' time.

    Hypothesis first: it looks for who holds its random generator, and cannot see a frozen holder.
    """
    given(st.none())(lambda nothing: None)()
    with short_collections():
        yield


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Return the folder of real corpora that SEQVIZ_TEST_DATA names; named but missing is a failure."""
    named = os.environ.get("SEQVIZ_TEST_DATA")
    if not named:
        pytest.skip("SEQVIZ_TEST_DATA names no folder of real corpora")
    folder = Path(named)
    assert folder.is_dir(), f"SEQVIZ_TEST_DATA needs a folder and says {named!r}"
    return folder
