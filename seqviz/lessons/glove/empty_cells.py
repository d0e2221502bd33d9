"""How much of the small world's co-occurrence matrix is 0: counted when asked."""

from __future__ import annotations

import streamlit as st

from seqviz.embeddings.cooccurrence import cooccurrence
from seqviz.experiments.word_vectors.data import number_text, texts_of

EMPTY_SHARES = ("about a tenth", "about half", "more than nine tenths")
WORLD_WINDOW = 4  # in which the small world's empty cells are counted, as its bundled vectors were trained


@st.cache_data(max_entries=1, show_spinner=False)
def cells_of_world() -> tuple[int, int]:
    """Return how many cells of the small world's matrix are above 0, and how many it has."""
    counts = cooccurrence(number_text(*texts_of("world")).corpus, WORLD_WINDOW, True)
    return counts.nnz, counts.shape[0] * counts.shape[1]


def empty_share_of_world() -> float:
    """Return which share of the small world's cells is 0, from 0 to 1."""
    filled, cells = cells_of_world()
    return 1 - filled / cells


def empty_share_answer() -> str:
    """Return which of EMPTY_SHARES is nearest to what is counted."""
    return EMPTY_SHARES[int(empty_share_of_world() > 0.3) + int(empty_share_of_world() > 0.7)]


def reveal_empty_share() -> None:
    """Say how many cells are 0, and what GloVe makes of them."""
    filled, cells = cells_of_world()
    st.markdown(
        f"**{cells - filled:,} of {cells:,} cells ({empty_share_of_world():.0%})** are 0 in a window of {WORLD_WINDOW} "
        f"words. GloVe's objective is a sum over the other {filled:,} cells alone, so an update costs nothing for the "
        "pairs that never meet, and teaches nothing about them."
    )
