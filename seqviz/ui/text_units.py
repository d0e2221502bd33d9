"""What the units of a language model follow in a text: quotation marks, the line, vowels."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.figures.gates import TraceView, UnitOrder
from seqviz.figures.language import unit_against_feature, visible
from seqviz.text.features import FEATURES, correlations
from seqviz.training.language_reader import LanguageReader
from seqviz.ui import controls, frame
from seqviz.ui.address import Choice
from seqviz.ui.gate_canvas import gate_canvas
from seqviz.ui.text_tape import text_tape

FEATURE = Choice("feature", tuple(FEATURES), "a quotation is open")
MOST_DRAWN = 160  # columns of the gate picture; more are narrower than a finger


def units_part(model: LanguageReader, text: str) -> None:
    """Show the unit that goes with a feature of the text, found by correlation, and every gate beside it.

    Args:
        model: what reads the text.
        text: at least one piece long.
    """
    feature_name = controls.menu(FEATURE, "Look for the unit that follows")
    trace = model.trace(text)
    layer = trace.layers[-1]
    states = layer.gates["cell_state" if model.experiment.cell == "lstm" else "hidden_state"]
    states = np.tanh(states) if model.experiment.cell == "lstm" else states
    feature = FEATURES[feature_name](trace.tokens)
    found = correlations(states, feature)
    unit = int(np.abs(found).argmax())
    st.markdown(
        f"Of {states.shape[1]} units, unit **{unit}** goes with “{feature_name}” most closely: "
        f"correlation **{found[unit]:+.2f}** over these {len(trace.tokens)} symbols."
    )
    text_tape(
        trace.tokens, key="unit_tape", label=f"The text coloured by unit {unit}", values=states[:, unit]
    )
    frame.figure(
        unit_against_feature(states[:, unit], feature, name=feature_name, unit=unit),
        key="unit_states",
        how_to_read="Where both lines move together, the unit keeps track of the feature. The best of many units "
        "correlates somewhat with anything: take it for a finding only where it also holds in another text "
        "(change the seed of the writing).",
    )
    view = TraceView("Top layer", tuple(map(visible, trace.tokens[:MOST_DRAWN])), _first(layer.gates))
    order = np.argsort(-np.abs(found), kind="stable")
    gate_canvas(
        [view],
        key="language_gates",
        selection=None,
        orders=[UnitOrder(f"follows {feature_name}", dict.fromkeys(layer.gates, order))],
        label="Gates of the net while it reads the text",
    )
    st.caption(
        f"**How to read it.** Every gate of every unit over the first {len(view.tokens)} symbols: one column a symbol, "
        "one row a unit. Drag over it, or use the arrow keys; sort the units by how closely they follow the feature."
    )


def _first(gates: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: values[:MOST_DRAWN] for name, values in gates.items()}
