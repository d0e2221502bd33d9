"""An empty store and a worker at its desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqviz.runs.store.retention import Quota
from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import WorkerClient
from tests.runs.fresh import empty_store_url


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(empty_store_url(tmp_path), Quota()) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> WorkerClient:
    return WorkerClient(store, "worker")
