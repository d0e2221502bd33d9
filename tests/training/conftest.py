"""An empty store and a worker at its desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqviz.training.store import Store
from seqviz.training.store_retention import Quota
from seqviz.training.store_worker import WorkerDesk
from tests.training.fresh import empty_store_url


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(empty_store_url(tmp_path), Quota()) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> WorkerDesk:
    return WorkerDesk(store, "worker")
