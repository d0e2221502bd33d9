"""Every word of the small world changed in one way: how near fastText puts the changed word to its original."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.claims.readings.unseen import CHANGES, NEAREST, SHORTEST, changed_words, places_of_originals
from seqviz.ui import controls
from seqviz.ui.state.address import Choice, Number
from seqviz.ui.vectors.source import bundled

CHANGE = Choice("change", CHANGES, "deletion")
SEED = Number("change_seed", 0, 99, 0, 1)
SETTINGS = (CHANGE, SEED)
SHOWN = 8

Pair = tuple[str, str]


@st.fragment
def changes_part() -> None:
    """Change all words in one way and count the originals that are found again."""
    st.subheader("Every word misspelt in one way")
    left, right = st.columns([2, 1])
    with left:
        change = controls.choice(CHANGE, "What is done to each word")
    with right:
        seed = controls.slider(SEED, "Seed", help="Draws the place, and the wrong letter or the ending.")
    pairs, places = placed(change, seed)
    st.markdown(found_in_words(change, places))
    st.dataframe(_table(pairs, places), hide_index=True, key="changed_words")
    st.caption(
        f"The first {min(SHOWN, len(pairs))} of them. The place is that of the original among all words, nearest first."
    )


@st.cache_data(max_entries=16, show_spinner="Changing every word …")
def placed(change: str, seed: int) -> tuple[list[Pair], np.ndarray]:
    """Return (changed word, original) and how many words are nearer to the changed word than the original is."""
    learned = bundled("world_fasttext")
    pairs = changed_words(learned.vectors.words, change, seed)
    return pairs, places_of_originals(learned.vectors.words, learned.weights, pairs)


def found_in_words(change: str, places: np.ndarray) -> str:
    """Say how many originals are the nearest word, and how many among the five nearest."""
    nearest, near = int((places == 0).sum()), int((places < NEAREST).sum())
    return (
        f"Of {len(places)} words of {SHORTEST} letters or more, each with one {change}, "
        f"**{near / len(places):.0%}** have their original among the {NEAREST} nearest words, and "
        f"{nearest / len(places):.0%} have it as the nearest one. Changes that make another word of the text are left "
        "out."
    )


def _table(pairs: list[Pair], places: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "changed": [changed for changed, _ in pairs[:SHOWN]],
            "original": [original for _, original in pairs[:SHOWN]],
            "place of the original": places[:SHOWN] + 1,
        }
    )
