"""What the units of a language model follow in a text: quotation marks, the line, vowels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from seqviz.corpora.prose import load_prose
from seqviz.corpora.records import CorpusError
from seqviz.experiments.language_model.trained import LanguageReader
from seqviz.figures.gates import TraceView, UnitOrder
from seqviz.figures.language import unit_against_feature, visible
from seqviz.models.inspect.trace import LayerTrace
from seqviz.text.features import FEATURES, correlations
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Choice, Flag
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas
from seqviz.ui.widgets.text_tape.text_tape import text_tape

FEATURE = Choice("feature", tuple(FEATURES), "place in the word")
LOOK = Flag("units", False)
PLACE = CanvasPlace("units_")
SETTINGS = (LOOK, FEATURE, *PLACE.settings)
SEARCHED = 3_000  # characters of a text that it never learned, in which the unit is looked for
MOST_DRAWN = 160  # columns of the gate picture; more are narrower than a finger


def units_part(model: LanguageReader, text: str) -> None:
    """Show, if asked, the unit that goes with a feature, found in the validation text and tried on this one.

    Args:
        model: what reads the text.
        text: at least one piece long.
    """
    if not controls.flag(LOOK, "Which unit follows the text?"):
        return
    feature_name = controls.menu(FEATURE, "Look for the unit that follows")
    found, searched = _found(model, feature_name)
    trace = model.trace(text)
    layer = trace.layers[-1]
    states = _states(layer)
    feature = FEATURES[feature_name](trace.tokens)
    unit = int(np.abs(found).argmax())
    here = correlations(states, feature)[unit]
    st.markdown(
        f"Of {states.shape[1]} units, unit **{unit}** follows “{feature_name}” most closely: correlation "
        f"**{with_minus(found[unit], '+.2f')}** over {searched:,} symbols that the net never learned, "
        f"**{with_minus(here, '+.2f')}** over these {len(trace.tokens)}."
    )
    label = f"The text coloured by unit {unit}"
    text_tape(trace.tokens, key="unit_tape", label=label, values=states[:, unit])
    frame.figure(
        unit_against_feature(states[:, unit], feature, name=feature_name, unit=unit),
        key="unit_states",
        how_to_read="Where both lines move together, the unit keeps track of the feature. It was found in "
        "one text and is drawn on another, for the best of many units correlates somewhat with anything.",
    )
    _gates(trace.tokens, layer.gates, np.argsort(-np.abs(found), kind="stable"), feature_name)


def _gates(tokens: Sequence[str], gates: dict[str, np.ndarray], order: np.ndarray, feature_name: str) -> None:
    view = TraceView("Top layer", tuple(map(visible, tokens[:MOST_DRAWN])), _first(gates))
    gate_canvas(
        [view],
        key="language_gates",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        orders=[UnitOrder(f"follows {feature_name}", dict.fromkeys(gates, order))],
        label="Gates of the net while it reads the text",
    )
    st.caption(
        f"**How to read it.** Every gate of every unit over the first {len(view.tokens)} symbols: one column a symbol, "
        "one row a unit. Drag over it, or use the arrow keys; sort the units by how closely they follow the feature."
    )


def _found(model: LanguageReader, feature_name: str) -> tuple[np.ndarray, int]:
    """Every unit's correlation with a feature over the validation text, (num_units,), and how many symbols that is."""
    try:
        text = model.prose.validation[:SEARCHED]
    except CorpusError:  # not on this computer: our own book is as new to a net that did not learn it
        text = load_prose("harbour").validation[:SEARCHED]
    trace = model.trace(text)
    return correlations(_states(trace.layers[-1]), FEATURES[feature_name](trace.tokens)), len(trace.tokens)


def _states(layer: LayerTrace) -> np.ndarray:
    """What a layer holds, (num_tokens, num_units), between -1 and 1: the LSTM's cell state goes through tanh."""
    return np.tanh(layer.gates["cell_state"]) if "cell_state" in layer.gates else layer.gates["hidden_state"]


def _first(gates: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: values[:MOST_DRAWN] for name, values in gates.items()}
