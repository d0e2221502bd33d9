"""Analogies by how rare their words are: what word vectors know of words that they saw seldom."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from seqviz.claims.definitions.vectors import BANDS
from seqviz.claims.readings.bands import Question, questions_in_band
from seqviz.embeddings.evaluation import analogy_score
from seqviz.embeddings.space import WordVectors
from seqviz.runs.store.records import StoreError
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.state.address import Choice
from seqviz.ui.vectors.source import Learned, bundled, of_run

BAND = Choice("band", BANDS, BANDS[0])
SHOWN = 8


@st.fragment
def bands_part(run_id: str, name: str) -> None:
    """Ask the small world's questions of a run's vectors, by how often the rarest of their words occurs.

    Args:
        run_id: of the run, or BUNDLED.
        name: of the one that comes with the app.
    """
    st.subheader("Rare words and frequent ones")
    try:
        learned = bundled(name) if run_id == BUNDLED else of_run(run_id)
    except StoreError as error:
        st.warning(escaped(str(error)), icon=":material/link_off:")
        return
    counts = counts_of(learned)
    if not any(_known(learned.vectors, questions_in_band(counts, band)) for band in BANDS):
        st.info("This text lacks the words of all questions about the small world.", icon=":material/info:")
        return
    band = controls.choice(BAND, "Questions, by the rarest of their four words")
    asked = questions_in_band(counts, band)
    st.markdown(band_in_words(learned.vectors, asked, counts))
    st.dataframe(_table(learned.vectors, asked, counts), hide_index=True, key="band_questions")
    st.caption(
        f"The first {SHOWN} of these questions, those with the rarest words. Train on a smaller share of the text to "
        "make all words rarer."
    )


def counts_of(learned: Learned) -> dict[str, int]:
    """Return how often each word occurs in the text that the vectors learned from."""
    assert learned.counts is not None
    return dict(zip(learned.vectors.words, map(int, learned.counts), strict=True))


def _known(vectors: WordVectors, asked: list[Question]) -> list[Question]:
    return [question for question in asked if len(vectors.known(question)) == len(question)]


def band_in_words(vectors: WordVectors, asked: list[Question], counts: dict[str, int]) -> str:
    """Say how rare a band's words are and how many of its questions come out right."""
    rarest = [min(counts.get(word, 0) for word in question) for question in asked]
    right = analogy_score(vectors, "asked", asked).num_right
    between = f"{min(rarest)} to {max(rarest)}" if min(rarest) < max(rarest) else f"{min(rarest)}"
    return (
        f"The rarest word of these {len(asked)} questions occurs {between} times in the text. "
        f"**{right / len(asked):.0%}** of them come out right."
    )


def _table(vectors: WordVectors, asked: list[Question], counts: dict[str, int]) -> pd.DataFrame:
    shown = asked[:SHOWN]
    return pd.DataFrame(
        {
            "question": [f"{a} is to {b} as {c} is to …" for a, b, c, _ in shown],
            "right answer": [d for *_, d in shown],
            "nearest word": [_answer(vectors, question) for question in shown],
            "its rarest word occurs": [min(counts.get(word, 0) for word in each) for each in shown],
        }
    )


def _answer(vectors: WordVectors, question: Question) -> str:
    a, b, c, _ = question
    if len(vectors.known(question)) < len(question):
        return "– (a word is unknown)"
    return vectors.analogy(a, b, c, 1).nearest[0].word
