"""A page with nothing but a gate canvas on it: what `test_gate_canvas.py` opens. `?tokens=&units=&traces=`, and
`&opening=`, a number, to begin anew without a reload."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from seqviz.figures.gates import TraceView, difference
from seqviz.models.cells.registry import CELLS
from seqviz.ui.state.session import remember
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas

WORDS = ["the", "film", "was", "not", "good", ",", "but", "the", "<b>acting</b>", "was", "superb"]


@dataclass
class Runs:
    """How often the script has run since an opening."""

    opening: int = 0
    number: int = 0


def view(title: str, num_tokens: int, num_units: int, seed: int) -> TraceView:
    generator = np.random.default_rng(seed)
    gates = {
        name: generator.uniform(0, 1, (num_tokens, num_units)).astype(np.float32)
        for name in CELLS["lstm"].gates
    }
    tokens = tuple(WORDS[k % len(WORDS)] for k in range(num_tokens))
    return TraceView(title, tokens, gates, generator.uniform(0, 1, num_tokens))


st.set_page_config(layout="wide")
asked = {
    name: int(st.query_params.get(name, default))
    for name, default in (("tokens", 12), ("units", 16), ("traces", 1), ("opening", 0))
}
traces = [view(f"net {seed}", asked["tokens"], asked["units"], seed) for seed in range(asked["traces"])]
if len(traces) == 2:
    apart = difference(*traces)
    traces += [apart] if apart else []
runs = remember(Runs)
if runs.opening != asked["opening"]:
    runs.opening, runs.number = asked["opening"], 0
runs.number += 1
st.caption(f"opening {runs.opening}")
selection = gate_canvas(traces, key=f"canvas {runs.opening}")
st.text(
    f"run {runs.number}: {selection.gate} unit {selection.unit} token {selection.token} pins {selection.pins}"
)
