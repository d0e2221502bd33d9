"""What the pages on the LSTM and the GRU cell share: a net, a sentence, the cell drawn, and gate surgery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import streamlit as st

from seqviz.experiments.sentiment.trained import EncodedText, NothingToReadError, SentimentReader
from seqviz.models.cells.registry import Cell
from seqviz.models.inspect.cell_view import CellView, cell_reading, cell_weights, layer_of
from seqviz.models.inspect.surgery import SurgeryResult, operate
from seqviz.models.inspect.trace import Direction, Trace
from seqviz.runs.store.records import StoreError
from seqviz.text.tokens import words
from seqviz.ui import controls
from seqviz.ui.cells import nets as cell_nets
from seqviz.ui.cells.consequences import STATES, consequences
from seqviz.ui.cells.examples import examples
from seqviz.ui.cells.screen import CellScreen, note_screen
from seqviz.ui.cells.surgery_controls import SurgeryRequest, say_swapped, surgery_controls
from seqviz.ui.cells.surgery_controls import settings as surgery_settings
from seqviz.ui.cells.unknown_words import KNOWS_NOTHING, unknown_words
from seqviz.ui.markdown import escaped
from seqviz.ui.sentences.travel import note_used, offer_used
from seqviz.ui.state.address import Choice, Setting, Text
from seqviz.ui.state.position import TOKEN, UNIT, Position, position
from seqviz.ui.widgets.cell_diagram.cell_diagram import cell_diagram

SENTENCE = Text("sentence", "My friends called the film dull, but I found it brilliant.", 2_000)
MOST_TOKENS = 500  # of a sentence that is drawn


def _layer_title(layer: str) -> str:
    number, way = layer.split()
    return f"layer {number} {'forward' if way == 'forward' else 'from the end'}"


LAYER = Choice(
    "layer",
    tuple(f"{n} {way}" for n in (1, 2, 3) for way in ("forward", "reverse")),
    "1 forward",
    _layer_title,
)


def settings(cell: Cell) -> tuple[Setting, ...]:
    """Return what the address may hold of the page."""
    return (
        cell_nets.net_setting(cell),
        SENTENCE,
        LAYER,
        TOKEN,
        UNIT,
        *STATES.settings,
        *surgery_settings(cell),
    )


#: Draws more about the net and the text at hand.
Further = Callable[[SentimentReader, EncodedText], None]


@st.fragment
def cell_part(cell: Cell, *further: Further) -> None:
    """Draw the cell of a net as it reads a sentence, and what surgery makes of both. Redraws by itself alone.

    Args:
        cell: which cell.
        further: what is drawn below and follows the same net, sentence, token and unit.
    """
    note_screen(None)
    offer_used(SENTENCE, lambda net_id: cell_nets.reading_with(cell, net_id))
    net = cell_nets.net_menu(cell)
    examples(cell, net, SENTENCE)
    sentence = controls.line(SENTENCE, "Sentence")
    try:
        reader = cell_nets.cell_reader(cell, net)
        text = _within(reader.encode(sentence))
    except (NothingToReadError, StoreError) as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    is_own = (sentence, net) == (SENTENCE.default, cell_nets.opens_with(cell))
    note_used(sentence, cell_nets.elsewhere(cell, net), is_own=is_own or net == cell_nets.HAND_SET)
    if text.num_trimmed:
        st.caption(f"{text.num_trimmed} tokens of this text do not fit and were cut off.")
    if text.unknown:
        st.caption(unknown_words(text.unknown, net))
    if text.is_unknown.all() and net != cell_nets.HAND_SET:
        st.caption(f"It has read nothing else: {KNOWS_NOTHING}")
    _look_inside(reader, text, net)
    for draw in further:
        draw(reader, text)


def _within(text: EncodedText) -> EncodedText:
    if len(text.tokens) <= MOST_TOKENS:
        return text
    cut = len(text.tokens) - MOST_TOKENS
    return EncodedText(text.tokens[:MOST_TOKENS], text.token_ids[:MOST_TOKENS], text.num_trimmed + cut)


def _look_inside(reader: SentimentReader, text: EncodedText, net: str) -> None:
    trace = reader.trace(text)
    layer = _chosen_layer(trace)
    place = _inside(position(), len(text.tokens), layer_of(trace, *layer).gates["hidden_state"].shape[1])
    drawing = st.container()
    st.subheader("Gate surgery: break it, and see what it was for")
    num_units = layer_of(trace, *layer).gates["hidden_state"].shape[1]
    request = surgery_controls(trace.cell, text, place, layer, num_units)
    readings = [cell_reading("the net as it is", reader.net, text.token_ids, trace, layer)]
    changed, operated = _operate(reader, text, request)
    note_screen(CellScreen(net, reader, text, trace, layer, place, request, changed, operated))
    if request.swap:
        say_swapped(changed, *request.swap, net)
    if operated:
        readings.append(
            cell_reading(
                "after surgery", reader.net, changed.token_ids, operated.trace, layer, request.surgery.resets
            )
        )
    view = CellView(trace.cell, layer[1], cell_weights(reader.net, *layer), tuple(readings))
    with drawing:
        _draw_cell(view, place, layer[0])
    consequences(reader, (text, trace), (changed, operated), layer)


def _draw_cell(view: CellView, place: Position, layer: int) -> None:
    cell_diagram(view, place, key="cell", label=f"The {view.cell.upper()} cell")
    st.caption(
        "**How to read it.** Lines carry the numbers of one unit at one token; a circle multiplies or adds "
        "what comes in; a box squashes a weighted sum. Bars: the token's vector, blue above 0, orange below. "
        "A thick frame: held by surgery."
    )
    if layer:
        st.caption("x is not the token's own vector here, but what the layer below says at the token.")
    if view.direction == "reverse":
        st.caption("This layer reads from the end: what was before stands to the right.")


def _chosen_layer(trace: Trace) -> tuple[int, Direction]:
    layers = {f"{one.layer + 1} {one.direction}": (one.layer, one.direction) for one in trace.layers}
    first, *others = layers
    chosen = controls.menu(replace(LAYER, options=tuple(layers)), "Layer") if others else first
    return layers.get(chosen, layers[first])


def _inside(place: Position, num_tokens: int, num_units: int) -> Position:
    return Position(min(place.token, num_tokens - 1), min(place.unit, num_units - 1))


def _operate(
    reader: SentimentReader, text: EncodedText, request: SurgeryRequest
) -> tuple[EncodedText, SurgeryResult | None]:
    """Read the text with the net's insides changed; the text itself may have another word."""
    changed = _with_swap(reader, text, request.swap)
    if request.is_nothing:
        return text, None
    return changed, operate(reader.net, changed.token_ids, changed.tokens, request.surgery)


def _with_swap(reader: SentimentReader, text: EncodedText, swap: tuple[int, str] | None) -> EncodedText:
    found = words(swap[1]) if swap else []
    if not swap or not found:
        return text
    tokens = (*text.tokens[: swap[0]], found[0], *text.tokens[swap[0] + 1 :])
    return EncodedText(tokens, np.asarray(reader.vocabulary.ids(list(tokens))), text.num_trimmed)
