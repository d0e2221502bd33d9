"""Uploads that this process reads, and a store whose writers wait briefly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqviz.runs.store.store import Store
from seqviz.runs.store.uploads import Uploads


@pytest.fixture
def uploads(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Uploads]:
    """The uploads of an empty store, which this process reads."""
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path / "home"))
    with store.uploads.read_here():
        yield store.uploads


@pytest.fixture
def impatient(tmp_path: Path) -> Iterator[Store]:
    """A SQLite store whose writers wait briefly."""
    with Store(f"sqlite:///{tmp_path / 'store.sqlite'}", patience=0.1) as opened:
        yield opened
