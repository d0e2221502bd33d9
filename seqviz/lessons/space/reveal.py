"""The answer to the Space page's question, computed from the vectors at hand."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.embeddings.space import UnknownWordError, WordVectors
from seqviz.text.numbers_written import with_minus
from seqviz.ui.markdown import escaped
from seqviz.ui.vectors.source import Learned


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
        st.info("These vectors have no words beside *king*, *man* and *woman*.")
        return
    st.markdown(
        f"With no word left out: **{escaped(with_all[0].word)}** (cosine {with_minus(with_all[0].cosine, '.2f')}), "
        f"then {escaped(with_all[1].word)} ({with_minus(with_all[1].cosine, '.2f')}). With the query words left out: **"
        f"{escaped(without[0].word)}** ({with_minus(without[0].cosine, '.2f')})."
    )
    st.markdown(step_in_words(learned.vectors))


def step_in_words(vectors: WordVectors) -> str:
    """Say how long the step from *man* to *woman* is beside the way from *king* to the nearest other word."""
    step = float(np.linalg.norm(vectors.unit("woman") - vectors.unit("man")))
    nearest = next(n for n in vectors.neighbours("king", 3) if n.word not in ("man", "woman"))
    gap = float(np.linalg.norm(vectors.unit(nearest.word) - vectors.unit("king")))
    measured = (
        f"At length 1, the step from *man* to *woman* is {step:.2f} long, and the word nearest to *king*, "
        f"{escaped(nearest.word)}, lies {gap:.2f} from it. "
    )
    if step < gap:
        return (
            f"{measured}So short a step does not reach another word: that *king* itself does not count helps."
        )
    return f"{measured}So long a step can leave *king* behind; whether it does depends on where it leads."


def opposites_in_words(learned: Learned) -> str:
    """Say how near *warm* and *cold* are in the vectors at hand, beside any two words; "" where one is unknown."""
    vectors = learned.vectors
    if len(vectors.known(["warm", "cold"])) < 2:
        return ""
    num_words, total = len(vectors), vectors.units.sum(axis=0, dtype=np.float64)
    mean = (float(total @ total) - float((vectors.units**2).sum())) / (num_words * (num_words - 1))
    return (
        f"; in the vectors chosen above their cosine is {with_minus(vectors.similarity('warm', 'cold'), '.2f')}, where "
        f"any two words have {with_minus(mean, '.2f')} on average"
    )
