"""A string of one's own: what each net says of every token, and the states of the layers that say it."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.brackets import NOT_ASKED, tokens_of
from seqviz.experiments.brackets.config import DEPTH
from seqviz.experiments.brackets.train import ANSWERS
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
    marks, layers = st.tabs(["What each net says", f"The states of {reader.deep}"])
    with marks:
        _marks(reader, tokens)
    with layers:
        layers_part(reader, tokens)


def _marks(reader: BracketReader, tokens: list[str]) -> None:
    rows, is_depth = _rows(reader, tokens), reader.experiment.question == DEPTH
    question = "How many brackets are open?" if is_depth else "Right or wrong?"
    most = reader.experiment.deepest if is_depth else 1
    frame.figure(
        marked_string(tokens, rows, title=f"{question} Token by token", most=most),
        key="marked",
        how_to_read=_HOW_DEEP if is_depth else _HOW_RIGHT,
    )
    st.markdown(_counted(rows))


_ONE_TOKEN = "Whatever stands between two brackets is the one token w to the nets"
_HOW_RIGHT = (
    f"1 is right, 0 is wrong, and near 0.5 the net does not know. {_ONE_TOKEN}; outside of all brackets nothing is "
    "asked. The nets are of the first seed."
)
_HOW_DEEP = (
    "The number is how many brackets are open at a token, a bracket counting itself; deeper than the nets were taught "
    f"they cannot say. {_ONE_TOKEN}. The nets are of the first seed."
)


def _rows(reader: BracketReader, tokens: list[str]) -> dict[str, np.ndarray]:
    """Return what is so and what each net says, token by token; NaN where nothing is asked."""
    question = reader.experiment.question
    so = np.array(ANSWERS[question](tokens), float)
    says = reader.depths if question == DEPTH else reader.right
    found = {WHAT_IS_SO: so} | {net: says(net, tokens) for net in reader.nets}
    return {name: np.where(so == NOT_ASKED, np.nan, values) for name, values in found.items()}


def _counted(rows: dict[str, np.ndarray]) -> str:
    """Say how many of the tokens asked about each net marks as they are."""
    asked = ~np.isnan(rows[WHAT_IS_SO])
    answers = {name: np.round(values[asked]) for name, values in rows.items()}
    so = answers.pop(WHAT_IS_SO)
    said = ", ".join(f"{net} {int((answer == so).sum())}" for net, answer in answers.items())
    return f"Marked as they are, of {int(asked.sum())} tokens asked about: {said}."
