"""A word's neighbours on the Space page, in the space and on the map; and which of the words asked for are unknown."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.projection import shared_neighbours
from seqviz.embeddings.space import UnknownWordError, WordVectors
from seqviz.ui.markdown import escaped

NUM_NEIGHBOURS = 10
TABLES = {
    "all": "In the space, among all words",
    "space": "In the space, among those shown",
    "map": "On the map",
}
NAMED = 4  # words without a vector that are named


def say_if_unknown(vectors: WordVectors, words: list[str]) -> bool:
    """Say, right at the field, which of its words have no vector and which may be meant; tell whether all have."""
    faults = []
    for word in words:
        try:
            vectors.find(word)
        except UnknownWordError as error:
            faults.append(str(error))
    if faults:
        more = f" And {len(faults) - NAMED} more have none." if len(faults) > NAMED else ""
        st.info(escaped(" ".join(faults[:NAMED]) + more), icon=":material/search_off:")
    return not faults


def neighbours_part(vectors: WordVectors, shown: WordVectors, points: np.ndarray, asked: str) -> None:
    """Set a word's neighbours in the space beside those on the map.

    Args:
        vectors: all words.
        shown: the words on the map.
        points: (num_shown, 2 or 3), their places.
        asked: a word that is shown.
    """
    row = shown.find(asked)
    if not shown.units[row].any():
        st.info(
            f"The vector of {escaped(shown.words[row])} is zero: it points nowhere, so no word is near it.",
            icon=":material/search_off:",
        )
        return
    in_space, on_map = shared_neighbours(shown.units, points, row, NUM_NEIGHBOURS)
    names = shown.words
    nearest = vectors.neighbours(names[row], NUM_NEIGHBOURS)
    columns = {
        "all": {"word": [n.word for n in nearest], "cosine": [round(n.cosine, 3) for n in nearest]},
        "space": {"word": [names[i] for i in in_space]},
        "map": {"word": [names[i] for i in on_map], "true": [i in in_space for i in on_map]},
    }
    for place, (key, values) in zip(st.columns(3), columns.items(), strict=True):
        place.markdown(f"**{TABLES[key]}**")
        place.dataframe(pd.DataFrame(values), hide_index=True, key=f"{key}_neighbours")
    st.markdown(true_neighbours_in_words(in_space, on_map, len(names) - 1))


def true_neighbours_in_words(in_space: list[int], on_map: list[int], num_others: int) -> str:
    """Say how many of a word's neighbours on the map are neighbours in the space.

    Args:
        in_space: its nearest rows in the space.
        on_map: as many, nearest on the map.
        num_others: how many words there are beside it.
    """
    if not num_others:
        return "There is no other word on the map."
    if len(on_map) == num_others:
        return f"There are only {num_others} other words on the map, so all are its neighbours, wherever they lie."
    true = len(set(in_space) & set(on_map))
    others = len(on_map) - true
    lies = f" For the {f'other {others}' if others > 1 else 'other one'} the picture lies." if others else ""
    return f"**{true} of {len(on_map)}** neighbours on the map are true ones.{lies}"
