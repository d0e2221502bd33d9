"""One vector per spelling: the neighbours of a word with several meanings, in two groups."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from seqviz.embeddings.senses import TwoGroups, in_two_groups
from seqviz.embeddings.space import Neighbour
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Text
from seqviz.ui.vectors.source import Learned

SPELLING = Text("spelling", "java", 60)
SETTINGS = (SPELLING,)
EXAMPLES = {word: word for word in ("java", "mouse", "orange", "chip", "apple", "bank")}
FAR_APART = 0.12  # by which two groups must be looser than each in itself to be called two
SHOWN = 9


@st.fragment
def senses_part(learned: Learned) -> None:
    """Part the neighbours of a spelling in two, and say whether they are of two kinds."""
    st.subheader("One vector per spelling")
    st.markdown(
        "*Java* is an island and a programming language; the table has one row for both, because the training saw only "
        "the letters. Where do its neighbours come from?"
    )
    known = {label: word for label, word in EXAMPLES.items() if learned.vectors.known([word])}
    controls.examples(SPELLING, known)
    word = controls.line(SPELLING, "A word with several meanings").strip()
    try:
        found = in_two_groups(learned.vectors, word)
    except ValueError as error:
        st.info(escaped(str(error)), icon=":material/search_off:")
        return
    for column, title, words in zip(
        st.columns(2), ("One group", "The other group"), (found.first, found.second), strict=True
    ):
        column.markdown(f"**{title}**")
        column.dataframe(_table(words[:SHOWN]), hide_index=True, key=f"group_{title}")
    st.markdown(in_words(word, found))


def _table(words: tuple[Neighbour, ...]) -> pd.DataFrame:
    return pd.DataFrame({"neighbour": [n.word for n in words], "cosine": [round(n.cosine, 3) for n in words]})


def in_words(word: str, found: TwoGroups) -> str:
    """Say whether the two groups are two: k-means parts any words in two."""
    total = len(found.first) + len(found.second)
    if math.isnan(found.between):
        return f"All {total} nearest neighbours of {escaped(word)} have the same vector."
    measured = (
        f"**How to read it.** The {total} nearest neighbours of {escaped(word)}, split in two by k-means, which splits "
        f"anything. Two words of one group have a mean cosine of **{with_minus(found.within, '.2f')}**, two of "
        f"different groups **{with_minus(found.between, '.2f')}**. "
    )
    if found.within - found.between >= FAR_APART:
        return (
            f"{measured}The groups have little to do with each other and meet only in this word: its one vector lies "
            "between its meanings. A *contextual* vector, computed for each sentence, could choose; see *Where "
            "these nets were used* (ELMo)."
        )
    return (
        f"{measured}That is nearly the same: the neighbours are of one kind. If the word has another meaning, the text "
        "used it so seldom that the vector shows no trace of it here."
    )
