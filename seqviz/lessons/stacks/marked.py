"""A string of one's own: what each net says of every token, and the states of the layers that say it."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.brackets import NOT_ASKED, labels_of, tokens_of
from seqviz.experiments.brackets.config import NETS
from seqviz.experiments.brackets.trained import BracketReader
from seqviz.figures.brackets import marked_string
from seqviz.lessons.stacks.brackets import bracket_reader
from seqviz.lessons.stacks.layers import layers_part
from seqviz.ui import controls, frame
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Text

STRING = Text("brackets", "( cats [ dogs ) birds ) fish [ frogs ]", 200)
MOST_TOKENS = 40
WHAT_IS_SO = "what is so"


def string_on_screen() -> list[str]:
    """Return the tokens of the string that is read."""
    return tokens_of(page_state.value(STRING), MOST_TOKENS)


@st.fragment
def string_part(run_id: str) -> None:
    """Let a person write a string, and show what each net makes of it.

    Args:
        run_id: whose nets read it.
    """
    st.subheader("A string of your own")
    tokens = tokens_of(controls.line(STRING, "A string with ( ) [ ] and words"), MOST_TOKENS)
    if not tokens:
        st.info("The string needs at least one bracket or word.", icon=":material/edit:")
        return
    reader = bracket_reader(run_id)
    marks, layers = st.tabs(["What each net says", "The states of two layers"])
    with marks:
        _marks(reader, tokens)
    with layers:
        layers_part(reader, tokens)


def _marks(reader: BracketReader, tokens: list[str]) -> None:
    labels = np.array(labels_of(tokens), float)
    found = {WHAT_IS_SO: labels} | {net: reader.right(net, tokens) for net in NETS}
    rows = {name: np.where(labels == NOT_ASKED, np.nan, values) for name, values in found.items()}
    frame.figure(
        marked_string(tokens, rows, title="Right or wrong? Token by token"),
        key="marked",
        how_to_read="1 is right, 0 is wrong, and near 0.5 the net does not know. Whatever stands between two brackets "
        "is the one token w to the nets; outside of all brackets nothing is asked. The nets are of the first seed.",
    )
    st.markdown(_counted(labels, rows))


def _counted(labels: np.ndarray, rows: dict[str, np.ndarray]) -> str:
    """Say how many of the tokens asked about each net marks as they are."""
    asked = labels != NOT_ASKED
    right = {net: int(((rows[net] > 0.5) == (labels > 0.5))[asked].sum()) for net in NETS}
    said = ", ".join(f"{net} {number}" for net, number in right.items())
    return f"Marked as they are, of {int(asked.sum())} tokens asked about: {said}."
