"""A run that somebody else has finished."""

from __future__ import annotations

import pytest

from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.server.engine import store
from tests.ui.runs.made_runs import QUICK


@pytest.fixture(scope="session")
def finished(data_home):
    record = store().submit(QUICK, "another session")
    run_in_process(store(), record.id)
    return store().run(record.id)
