"""One token's scrub on the gate canvas → the next painted frame, beside one frame of a 60 Hz display."""

from __future__ import annotations

import statistics

from benchmarks.browser import chromium
from benchmarks.harness import Result
from benchmarks.served import ROOT, a_script

FRAME = 1000 / 60  # milliseconds
NUM_SCRUBS = 150
NOTE = (
    "Chromium without a GPU: arrow key on the gate canvas, 128 units × 200 tokens × 6 gates (all six drawn) → the task "
    "after the frame that shows it; median of 150 scrubs begun at random moments; one such frame lasts 16.7 ms"
)
PAGE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import numpy as np
import streamlit as st
from seqviz.figures.gates import TraceView
from seqviz.models.cells.registry import cell_named
from seqviz.ui.widgets.gate_canvas.gate_canvas import Selection, gate_canvas

st.set_page_config(layout="wide")
generator = np.random.default_rng(0)
gates = {{name: generator.uniform(0, 1, (200, 128)).astype(np.float32) for name in cell_named("lstm").gates}}
tokens = tuple(f"word{{number}}" for number in range(200))
view = TraceView("LSTM", tokens, gates, generator.uniform(0, 1, 200))
gate_canvas([view], key="canvas", selection=Selection("hidden_state", all_gates=True))
"""
#: The task posted from a frame's callback runs once that frame is painted.
SCRUB = """async ([scrubs]) => {
  const root = [...document.querySelectorAll('*')].map((e) => e.shadowRoot).find((r) => r?.querySelector('.stage'));
  const stage = root.querySelector('.stage');
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  const times = [];
  for (let k = 0; k < scrubs; k++) {
    await rest(20 + 17 * Math.random());
    const start = performance.now();
    stage.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    times.push((await painted()) - start);
    if (stage.getAttribute('aria-valuenow') !== String(k + 2)) throw new Error(`token ${k + 2} is not shown`);
  }
  return times;
}"""


def measure() -> Result:
    """Measure the scrubs of one page."""
    with a_script(PAGE) as address, chromium() as browser:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(f"http://{address}")
        page.locator(".stage[aria-valuenow]").wait_for()
        page.wait_for_timeout(1_500)
        ours = statistics.median(page.evaluate(SCRUB, [NUM_SCRUBS]))
    return Result(ours / FRAME, ours, FRAME, "ms", NOTE)
