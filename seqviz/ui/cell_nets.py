"""The nets whose cell can be looked into: the ones that come with the app, one set by hand, and one's own runs."""

from __future__ import annotations

import streamlit as st

from seqviz.export.bundled_runs import load_bundled_run
from seqviz.recurrent.trace import Cell
from seqviz.training.hand_set import hand_set_reader
from seqviz.training.reader import SentimentReader
from seqviz.ui import readers
from seqviz.ui.address import Choice
from seqviz.ui.engine import store
from seqviz.ui.session import owner

TRAINED = "trained"
HAND_SET = "by hand"
MOST_RUNS = 20


def net_setting(cell: Cell) -> Choice:
    """Return the choice among all nets of a cell that this session may look into."""
    runs = store().runs(owner(), "sentiment")
    own = [run.id for run in runs if readers.is_readable(run) and run.config["cell"] == cell]
    return Choice("net", (TRAINED, HAND_SET, *own[:MOST_RUNS]), TRAINED, title_of)


def title_of(net: str) -> str:
    """Name a net for people."""
    named = {TRAINED: "trained on reviews, comes with the app", HAND_SET: "set by hand: a light switch"}
    return named.get(net, f"run {net}")


def cell_reader(cell: Cell, net: str) -> SentimentReader:
    """Return a net that reads.

    Raises:
        StoreError: if the run or its weights are gone.
        ValueError: if no trained net has this cell.
    """
    if net == HAND_SET:
        return hand_set_reader(cell)
    if net != TRAINED:
        return readers.reader(net)
    if cell not in ("lstm", "gru"):
        raise ValueError(f"The app comes with no net with the cell {cell!r}, only with an lstm and a gru.")
    return readers.bundled().reader if cell == "lstm" else trained_gru()


@st.cache_resource(max_entries=1, show_spinner=False)
def trained_gru() -> SentimentReader:
    """Return the GRU that comes with the app."""
    run = load_bundled_run("reviews_gru")
    return SentimentReader.from_run(run.config, run.extras, run.weights)
