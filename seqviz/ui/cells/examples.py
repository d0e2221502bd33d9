"""Ready sentences of the cell pages, each with a net that knows its words."""

from __future__ import annotations

import streamlit as st

from seqviz.models.cells.registry import Cell
from seqviz.ui.cells import nets as cell_nets
from seqviz.ui.state.address import Text
from seqviz.ui.state.set_together import set_together

SWITCHES = "wait on wait wait off wait on on wait"
REVIEWS = {
    "Not good": "The film was not good.",
    "But …": "My friends called the film dull, but I found it brilliant.",
    "Far away": "The film was not, as my sister and all of her friends had promised me, good.",
}


def examples(cell: Cell, net: str, sentence: Text) -> None:
    """Draw a button for each ready sentence; it also chooses a net that knows the sentence's words.

    Args:
        cell: of the page.
        net: the one that is chosen.
        sentence: the text that they fill.
    """
    reads = (
        {cell_nets.net_setting(cell).name: cell_nets.opens_with(cell)} if net == cell_nets.HAND_SET else {}
    )
    values = {label: reads | {sentence.name: text} for label, text in REVIEWS.items()}
    values["Light switch"] = {cell_nets.net_setting(cell).name: cell_nets.HAND_SET, sentence.name: SWITCHES}
    with st.container(horizontal=True):
        for label, wanted in values.items():
            st.button(label, key=f"example:{label}", on_click=set_together, args=(wanted,))
