"""The one store of the server and the workers beside it: booted once, before the port opens."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from seqviz.runs.store.store import Store
from seqviz.runs.workers.runner import Runner
from seqviz.ui.server.gc_pauses import short_collections

#: Imported before the first session: two sessions that import one of these at once can crash the server.
_EAGER = (
    "pandas",
    "plotly.graph_objects",
    "sklearn.linear_model",
    "sklearn.feature_extraction.text",
    "seqviz.runs.registry",
)
PATIENCE = 3.0  # seconds
#: Seconds for which one thread may hold the interpreter while another wants it, a fifth of Python's own: an answer
#: changes threads at every element, and would wait so long each time behind a page that opens.
SWITCH_INTERVAL = 0.001


@functools.cache
def store() -> Store:
    """Return the one store of this server; a page does not wait long to write, but says that it cannot."""
    return Store(patience=PATIENCE)


@contextmanager
def booted() -> Iterator[None]:
    """Hold the server ready, its workers beside it: import, warm up, hide all that from the collector, start.

    With torch's objects in the garbage collector's sight, every click of anyone would cost everyone a tenth of a
    second.
    """
    for module in _EAGER:
        importlib.import_module(module)
    warm_up()
    sys.setswitchinterval(SWITCH_INTERVAL)
    with short_collections(), store().uploads.read_here(), Runner(store()):
        yield


def warm_up() -> None:
    """Take one training step, so that torch loads all that a step needs."""
    torch.set_num_threads(1)
    layer = torch.nn.LSTM(2, 2, batch_first=True)
    optimiser = torch.optim.Adam(layer.parameters())
    layer(torch.zeros(1, 2, 2))[0].sum().backward()
    optimiser.step()
