"""The answer to the Space page's question, computed from the vectors at hand."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.embeddings.space import UnknownWordError
from seqviz.text.numbers_written import with_minus
from seqviz.ui.markdown import escaped
from seqviz.ui.vectors.source import Learned

MOST_COMPARED = 2_000  # of a large file's words, the commonest


def nearest_of_all(learned: Learned) -> str | None:
    """Return which option is right for the vectors at hand, or None if they lack a word."""
    if len(learned.vectors.known(["man", "king", "woman"])) < 3:
        return None
    nearest = learned.vectors.analogy("man", "king", "woman", 1).nearest_of_all
    if not nearest:
        return None
    return nearest[0].word if nearest[0].word in ("queen", "king", "woman") else "another word"


def reveal_exclusion(learned: Learned) -> None:
    """Say which word is nearest with and without the query words."""
    try:
        answer = learned.vectors.analogy("man", "king", "woman")
    except UnknownWordError as error:
        st.info(escaped(str(error)))
        return
    with_all, without = answer.nearest_of_all, answer.nearest
    if not without:
        st.info("These vectors hold no words beside *king*, *man* and *woman*.")
        return
    st.markdown(
        f"With no word left out: **{escaped(with_all[0].word)}** (cosine {with_minus(with_all[0].cosine, '.2f')}), "
        f"then {escaped(with_all[1].word)} ({with_minus(with_all[1].cosine, '.2f')}). With the query words left out: **"
        f"{escaped(without[0].word)}** ({with_minus(without[0].cosine, '.2f')})."
    )
    st.markdown(
        "Vectors from real text usually stay at *king*: the step from *man* to *woman* is short beside "
        "the distance from *king* to any other word. In the small world gender is marked so often and so "
        "regularly that the step can be long enough: choose vectors from a file, such as GloVe's, and ask "
        "again."
    )


def opposites_in_words(learned: Learned) -> str:
    """Say how near *warm* and *cold* are in the vectors at hand, beside any two words; "" where one is unknown."""
    vectors = learned.vectors.head(MOST_COMPARED)
    if len(vectors.known(["warm", "cold"])) < 2:
        return ""
    cosines = (vectors.units @ vectors.units.T)[np.triu_indices(len(vectors), 1)]
    return (
        f"; in the vectors chosen above their cosine is {with_minus(vectors.similarity('warm', 'cold'), '.2f')}, where "
        f"any two words have {with_minus(cosines.mean(), '.2f')} on average"
    )
