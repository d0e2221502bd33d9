"""What gate surgery makes of the net's answer and of its states, beside what they are without it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from seqviz.experiments.sentiment.trained import EncodedText, SentimentReader
from seqviz.figures.gates import TraceView
from seqviz.figures.surgery import answers_beside
from seqviz.models.inspect.cell_view import layer_of
from seqviz.models.inspect.surgery import SurgeryResult
from seqviz.models.inspect.trace import Direction, Trace
from seqviz.ui import frame
from seqviz.ui.sentences.pooling import answer_rests_on
from seqviz.ui.state.position import keep_position, position
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import Selection, gate_canvas

STATES = CanvasPlace("states_", shares_position=True)


def consequences(
    reader: SentimentReader,
    before: tuple[EncodedText, Trace],
    after: tuple[EncodedText, SurgeryResult | None],
    layer: tuple[int, Direction],
) -> None:
    """Show answer and states with and without the surgery, one under the other."""
    text, trace = before
    changed, operated = after
    original = reader.positive(text)
    frame.figure(
        answers_beside(original, operated.positive if operated else None, _class_of(reader)),
        key="answers",
        how_to_read="The net's answer to the whole sentence, untouched above, after surgery below. "
        f"{answer_rests_on(reader.experiment.pooling)}",
    )
    views = [_view("The net as it is", text, trace, layer)]
    if operated:
        views.append(_view("After surgery", changed, operated.trace, layer))
    _canvas(views)
    st.caption(
        "**How to read it.** A column is a token, a row a unit; the same scale above and below, so a difference in "
        "colour is a difference in value. Sort the units, pick one, pin tokens to compare their numbers."
    )


def _view(title: str, text: EncodedText, trace: Trace, layer: tuple[int, Direction]) -> TraceView:
    return TraceView(title, text.tokens, layer_of(trace, *layer).gates, is_unknown=text.which_unknown)


def _canvas(views: list[TraceView]) -> None:
    """Draw the states; the canvas and the drawing above it share one token and one unit."""
    place = position()
    gate_canvas(
        views,
        key="states",
        selection=replace(STATES.selection(), token=place.token, unit=place.unit),
        on_select=_follow,
        label="Every unit at every token, before and after surgery",
    )


def _follow(selection: Selection) -> None:
    STATES.follow(selection)
    keep_position(selection.token, selection.unit)


def _class_of(reader: SentimentReader) -> str:
    return "the light is on" if reader.vocabulary.tokens[2:] == ("on", "off") else "positive"
