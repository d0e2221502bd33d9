"""The gate inspector: controls, canvas, and the views that follow what is chosen on it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from seqviz.experiments.sentiment.trained import NothingToReadError
from seqviz.lessons.gate_inspector import comparison, controls, equations, units
from seqviz.lessons.gate_inspector import page as parts
from seqviz.lessons.gate_inspector.address import PLACE, RUN, SENTENCE
from seqviz.lessons.gate_inspector.reading import Reading, orders, read
from seqviz.runs.store.records import StoreError
from seqviz.ui.markdown import escaped
from seqviz.ui.sentences.travel import note_used, offer_used
from seqviz.ui.widgets.gate_canvas.canvas_place import MOST_TOKENS
from seqviz.ui.widgets.gate_canvas.gate_canvas import Selection, gate_canvas

CANVAS = "gate_canvas"


@dataclass(frozen=True)
class Inspected:
    """What is on the canvas: the chosen net's reading, which layer of it, and where the person stands."""

    reading: Reading
    run_id: str
    layer: str
    picture: comparison.Picture
    selection: Selection

    @property
    def gate(self) -> str:
        """The chosen gate, or the hidden state where only the net below has such a gate."""
        known = self.reading.layer(self.layer).gates
        return self.selection.gate if self.selection.gate in known else "hidden_state"

    @property
    def token(self) -> int | None:
        """The chosen token of the first text, or None where it has a gap."""
        return self.picture.columns[self.selection.token]


def inspect() -> Inspected | None:
    """Draw the inspector; return what it shows, or None (with a sentence on the page) where that is nothing."""
    try:
        shown = _canvas()
    except (NothingToReadError, StoreError) as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        shown = None
    if shown is not None:
        _how_to_read()
        parts.downloads(shown.picture)
        equations.show(shown.reading, shown.layer, shown.selection.unit, shown.token, shown.picture.chosen)
        units.exciting(shown.reading, shown.run_id, shown.layer, shown.gate, shown.selection.unit)
        units.find(shown.reading, shown.run_id, shown.layer, shown.gate)
    return shown


def _canvas() -> Inspected:
    offer_used(SENTENCE, lambda net_id: {RUN.name: net_id} if net_id else {})
    left, right = st.columns(2)
    with left:
        run_id = controls.first_net()
    with right:
        text = controls.sentence(run_id)
    most = comparison.most_tokens(run_id, MOST_TOKENS)
    reading = read(run_id, None, text, most)
    note_used(text, run_id, is_own=(text, run_id) == (SENTENCE.default, RUN.default))
    with st.container(horizontal=True):
        layer = controls.layer(reading)
        with_what = controls.comparison()
    picture = comparison.compare(with_what, reading, run_id, layer, most)
    parts.say_what_was_lost(reading)
    selection = gate_canvas(
        picture.traces,
        key=CANVAS,
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        orders=(*orders(reading, layer), *picture.orders),
        earlier=picture.earlier,
    )
    return Inspected(reading, run_id, layer, picture, selection)


def _how_to_read() -> None:
    st.markdown(
        "**How to read it.** A column is a token, a row a unit. Gates go from 0 (dark, closed) to 1 (bright, open); "
        "the candidate and the states are blue above 0 and orange below, fainter towards 0. The scale's ends stand in "
        "the title, as values of the gate or state named there, plain numbers without a unit: −1 and 1 for candidate "
        "and h, and for the cell state, which has no bounds, a round number that holds every value shown. "
        "The curve on top is the probability of positive, from 0 to 1, had the text ended there."
    )
