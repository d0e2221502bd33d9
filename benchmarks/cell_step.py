"""One step of the cell diagram → the next painted frame, beside one frame of a 60 Hz display."""

from __future__ import annotations

import statistics

from benchmarks.browser import chromium
from benchmarks.harness import Result
from benchmarks.scrub import FRAME, NUM_SCRUBS, SCRUB
from benchmarks.served import ROOT, a_script

NOTE = (
    "Chromium without a GPU: arrow key on the LSTM diagram, 64 units, 200 tokens, a gate opened → the task "
    "after the frame that shows it; median of 150 steps begun at random moments; one such frame lasts 16.7 ms"
)
PAGE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import torch
import streamlit as st
from seqviz.models.inspect.cell_view import CellView, cell_reading, cell_weights
from seqviz.models.inspect.gates import trace
from seqviz.models.sentiment import SentimentNet
from seqviz.ui.widgets.cell_diagram.cell_diagram import cell_diagram
from seqviz.ui.state.position import Position

st.set_page_config(layout="wide")
net = SentimentNet(100, 64, "lstm", (64,), generator=torch.Generator().manual_seed(0))
ids = torch.randint(2, 100, (200,), generator=torch.Generator().manual_seed(1))
read = trace(net, ids, tuple(f"word{{k}}" for k in range(200)))
place = (0, "forward")
view = CellView("lstm", "forward", cell_weights(net, *place), (cell_reading("net", net, ids, read, place),))
cell_diagram(view, Position(0, 0), key="cell", label="The cell")
"""


def measure() -> Result:
    """Measure the steps of one page."""
    with a_script(PAGE) as address, chromium() as browser:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(f"http://{address}")
        page.locator(".stage[aria-valuenow]").wait_for()
        page.locator(".stage .box").first.click()
        page.wait_for_timeout(1_500)
        ours = statistics.median(page.evaluate(SCRUB, [NUM_SCRUBS]))
    return Result(ours / FRAME, ours, FRAME, "ms", NOTE)
