"""Indirect bias: what two neutral words are near to, and which share of that is owed to the direction."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.debias import indirect_bias
from seqviz.figures.bias import lean_chart
from seqviz.lessons.bias.bench import Bench
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Text
from seqviz.ui.texts.words import words_of

BETWEEN = Text("between", "volleyball football", 80)
SETTINGS = (BETWEEN,)
NUM_EXTREMES = 6  # words of either end that are drawn


@st.fragment
def indirect_part(bench: Bench) -> None:
    """Lay an axis between two neutral words; say which share of each similarity the direction makes."""
    st.subheader("Indirect bias: between two neutral words")
    low, high = map(escaped, bench.ends)
    st.markdown(
        f"Two words that should have nothing to do with *{low}* and *{high}* may still lean to either; then other "
        "words are near to the one or the other *because* they lean the same way. Bolukbasi et al. show it with "
        f"*softball* and *football*{'' if bench.before.known(['softball']) else '; these vectors have no *softball*'}."
    )
    words = words_of(controls.line(BETWEEN, "Two neutral words"))
    try:
        axis = bench.before.axis([(words[0], words[1])] if len(words) == 2 else [])
        first, second = (bench.before.words[bench.before.find(word)] for word in words)
    except ValueError as error:
        told = str(error) if len(words) == 2 else "Two words are needed, such as volleyball football."
        st.info(escaped(told), icon=":material/edit:")
        return
    drawn = _extremes(bench, axis, {first, second})
    if not drawn:
        st.info("Name more words that should be neutral, above.", icon=":material/edit:")
        return
    _draw(bench, drawn, (first, second))


def _extremes(bench: Bench, axis: np.ndarray, without: set[str]) -> list[str]:
    words = [word for word in bench.neutral if word not in without]
    if not words:
        return []
    order = np.argsort(bench.before.subset(words).units @ axis, kind="stable").tolist()
    rows = order if len(order) <= 2 * NUM_EXTREMES else [*order[:NUM_EXTREMES], *order[-NUM_EXTREMES:]]
    return [words[row] for row in rows]


def _draw(bench: Bench, words: list[str], between: tuple[str, str]) -> None:
    low, high = map(escaped, between)
    rows = shares(bench, words, between)
    left, right = st.columns([3, 2])
    before, after = (v.subset(words).units @ v.axis([between]) for v in (bench.before, bench.after))
    with left:
        frame.figure(
            lean_chart(
                words, before, after, None, between, title=f"Words between {between[0]} and {between[1]}"
            ),
            key="indirect",
            how_to_read=f"To the right a word is nearer to *{high}*, to the left to *{low}*; drawn are the words that "
            "lie farthest out. The axis is drawn between the two words before debiasing, and again between what is "
            "left of them after it.",
        )
    right.dataframe(_table(rows), hide_index=True, key="indirect_shares")
    st.markdown(f"**How to read it.** {in_words(rows, bench.ends)}")


def shares(bench: Bench, words: list[str], between: tuple[str, str]) -> list[tuple[str, str, float, float]]:
    """Return each word with the one of the two that it is nearer to, their cosine, and the direction's share of it."""
    found = []
    for word in words:
        cosines = [bench.before.similarity(word, end) for end in between]
        end = between[int(cosines[1] > cosines[0])]
        share = indirect_bias(bench.before.unit(word), bench.before.unit(end), bench.direction.axes)
        found.append((word, end, max(cosines), share))
    return found


def _table(rows: list[tuple[str, str, float, float]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "word": [row[0] for row in rows],
            "nearer to": [row[1] for row in rows],
            "cosine": [round(row[2], 3) for row in rows],
            "share β": [with_minus(row[3], ".0%") if math.isfinite(row[3]) else "–" for row in rows],
        }
    )


def in_words(rows: list[tuple[str, str, float, float]], ends: tuple[str, str]) -> str:
    """Say what the largest share is, and how large the shares are otherwise."""
    told = (
        "β compares a cosine with that of what is left of the two words without the direction: 0% where the direction "
        "has no part in it, below 0 where it keeps them apart."
    )
    finite = [row for row in rows if math.isfinite(row[3])]
    if not finite:
        return told
    word, end, cosine, share = max(finite, key=lambda row: row[3])
    small = sum(abs(row[3]) < 0.05 for row in finite)
    low, high = map(escaped, ends)
    return (
        f"{told} Here the largest share is **{with_minus(share, '.0%')}**, of the cosine {with_minus(cosine, '.2f')} "
        f"of *{escaped(word)}* and *{escaped(end)}*; of {small} of the {len(finite)} words it is below 5% in size. "
        f"What is left is nearness for other reasons than *{low}* and *{high}*."
    )
