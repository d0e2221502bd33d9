"""The Bias page: a direction from sets of words, and words along it before and after it is taken out."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st
from scipy.stats import spearmanr

from seqviz.corpora.directions import Direction, WordSet, directions
from seqviz.corpora.world import occupations
from seqviz.embeddings.debias import along, component
from seqviz.embeddings.space import WordVectors
from seqviz.figures.bias import explained_chart, lean_chart
from seqviz.figures.space import word_map
from seqviz.lessons.bias.bench import Bench, assemble
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Number, Text
from seqviz.ui.state.set_together import set_together
from seqviz.ui.texts.words import words_of
from seqviz.ui.vectors.source import Learned

GENDER = directions()["gender"]
STRENGTH = Number("strength", 0, 100, 100, 5)
WORDS = Text("neutral", " ".join(GENDER.neutral), 2_000)
PAIRS = Text("pairs", "\n".join(map(" ".join, GENDER.sets)), 2_000)
QUESTION = Text("asked_for", GENDER.asked, 40)
SETTINGS = (STRENGTH, WORDS, PAIRS, QUESTION)
MOST_DRAWN = 12  # words of either end of the chart


def settings_of(direction: Direction) -> dict[str, Any]:
    """Return the settings that look at a direction: control's key -> value."""
    sets = "\n".join(map(" ".join, direction.sets))
    return {PAIRS.name: sets, WORDS.name: " ".join(direction.neutral), QUESTION.name: direction.asked}


def bench_part(learned: Learned) -> Bench | None:
    """Let a person edit sets and words; return what follows from them, or None with a sentence."""
    st.subheader("A direction from pairs")
    with st.container(horizontal=True):
        for name, one in directions().items():
            st.button(one.title, key=f"direction:{name}", on_click=set_together, args=(settings_of(one),))
    left, right = st.columns([2, 3])
    with left:
        label = "Pairs, one a line: her word, then his; or sets of more words"
        sets = _known_sets(learned.vectors, controls.passage(PAIRS, label, height=300))
    strength = controls.slider(STRENGTH, "How far to debias (%)")
    neutral = _known_words(learned.vectors, controls.line(WORDS, "Words that should be neutral"))
    try:
        bench = assemble(learned, sets, neutral, strength)
    except ValueError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return None
    with right:
        _explained(bench)
    if not neutral:
        st.info("None of these words has a vector; name some that have.", icon=":material/edit:")
        return None
    return bench


def _explained(bench: Bench) -> None:
    num_axes, shares = len(bench.direction.axes), bench.direction.explained
    taken = "that is the direction" if num_axes == 1 else f"the first {num_axes} together take"
    taken = taken if num_axes == 1 else f"{taken} {shares[:num_axes].sum():.0%}; they are the direction"
    frame.figure(
        explained_chart(shares, num_axes),
        key="explained",
        how_to_read="Each set is centred on its own middle, so that only what differs within sets "
        f"is left. The first component takes **{shares[0]:.0%}** of that; {taken} from here on. The nearer to "
        "100%, the more the sets agree.",
    )


def _known_words(vectors: WordVectors, written: str) -> list[str]:
    """Return the words that have a vector, each once, and name those that have none."""
    words = list(dict.fromkeys(words_of(written)))
    unknown = [word for word in words if not vectors.known([word])]
    if unknown and len(unknown) < len(words):
        named = ", ".join(unknown[:12]) + (" and others" if len(unknown) > 12 else "")
        st.caption(f"Without a vector here, and left out: {escaped(named)}.")
    return list(dict.fromkeys(vectors.known(words)))


def _known_sets(vectors: WordVectors, written: str) -> list[WordSet]:
    """Return the sets of two different words and more that all have vectors; say how many lines are left out."""
    rows = [row for row in (words_of(line) for line in written.splitlines()) if row]
    short = sum(len(set(row)) < 2 for row in rows)
    if short:
        st.caption(
            f"Left out: {counted(short, 'line')} that {'has' if short == 1 else 'have'} no two different words."
        )
    several = [tuple(dict.fromkeys(row)) for row in rows if len(set(row)) > 1]
    known = [row for row in several if len(vectors.known(row)) == len(row)]
    missing = [row for row in several if row not in known]
    if missing:
        unknown = [word for row in missing for word in row if not vectors.known([word])]
        st.caption(f"Without a vector here, and left out with their sets: {escaped(', '.join(unknown))}.")
    folded = [tuple(dict.fromkeys(vectors.known(row))) for row in known]
    return [row for row in folded if len(row) > 1]


def lean_part(bench: Bench) -> None:
    """Draw the words along the direction, before and after; on its plane where it has two axes."""
    st.subheader("What leans to which side")
    if len(bench.direction.axes) > 1:
        _on_the_plane(bench)
        return
    words = at_the_ends(bench)
    before, after = components(bench, words)
    tilt = occupations() if bench.of_the_world else {}
    shares = [2 * tilt[word] - 1 if word in tilt else np.nan for word in words]
    told = None if np.isnan(shares).all() else np.array(shares)
    low, high = map(escaped, bench.ends)
    some = f" Of the {len(bench.neutral)} words, the {MOST_DRAWN} nearest to either end are drawn."
    frame.figure(
        lean_chart(words, before, after, told, bench.ends),
        key="lean",
        how_to_read=f"To the right a word leans to *{high}*, to the left to *{low}*; 0 is neither. Before: what the "
        f"vectors have learned from the text.{some if len(words) < len(bench.neutral) else ''}"
        f"{'' if told is None else marks_in_words(before, told)}",
    )


def at_the_ends(bench: Bench) -> list[str]:
    """Return the words that lean most before debiasing, to either end; all where they are few."""
    lean = component(bench.before.subset(bench.neutral).units, bench.direction.direction)
    order = np.argsort(lean, kind="stable").tolist()
    rows = order if len(order) <= 2 * MOST_DRAWN else [*order[:MOST_DRAWN], *order[-MOST_DRAWN:]]
    return [bench.neutral[row] for row in rows]


def components(bench: Bench, words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return how far words reach along the first axis before debiasing and after, (num_words,) each."""
    before, after = (
        component(v.subset(words).units, bench.direction.direction) for v in (bench.before, bench.after)
    )
    return before, after


def _on_the_plane(bench: Bench) -> None:
    members = list(dict.fromkeys(word for words in bench.sets for word in words))
    words = [*members, *(word for word in bench.neutral if word not in members)]
    axes = bench.direction.axes[:2]
    left = along(bench.after.subset(bench.neutral).units, bench.direction.axes)
    frame.figure(
        word_map(
            bench.before.subset(words).units @ axes.T,
            words,
            ["of the sets"] * len(members) + ["should be neutral"] * (len(words) - len(members)),
            title="Words on the plane of the direction, before debiasing",
            axes=("first axis, component (no unit)", "second axis, component (no unit)"),
        ),
        key="lean",
        how_to_read="Sets of three words differ in two directions, so a word leans somewhere on a plane: near the "
        "words of one column of the sets it is used like them. The origin is neutral; after debiasing every word that "
        f"should be neutral lies within {np.linalg.norm(left, axis=1).max():.2g} of it.",
    )


def marks_in_words(before: np.ndarray, told: np.ndarray) -> str:
    """Say what the marks are, and how closely the vectors follow them.

    Args:
        before: (num_words,), components along the direction.
        told: (num_words,), what the sentences say; nan for a word of which they say nothing.
    """
    before, told = before[np.isfinite(told)], told[np.isfinite(told)]
    marks = (
        " The small marks are what the sentences of the small world really say: the share in which the person is "
        "a *he*."
    )
    if min(len(set(before.tolist())), len(set(told.tolist()))) < 2:
        return marks
    agreement = float(spearmanr(before, told).statistic)
    read = " The vectors did not invent the tilt, they read it." if agreement > 0.5 else ""
    said = f"the words agree to {with_minus(agreement, '.2f')} (rank correlation)"
    return f"{marks} Ordered by the one and by the other, {said}.{read}"
