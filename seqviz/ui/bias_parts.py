"""The Bias page: a direction from pairs, occupations along it, taking it out, and what stays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.corpora.world import definitional_pairs, groups, occupations
from seqviz.embeddings.debias import BiasDirection, bias_direction, component, debias, recover
from seqviz.embeddings.space import WordVectors
from seqviz.figures.bias import explained_chart, lean_chart
from seqviz.ui import controls, frame
from seqviz.ui.address import Number, Text
from seqviz.ui.word_vector_source import Learned
from seqviz.ui.words_shown import plain, words_of

STRENGTH = Number("strength", 0, 100, 100, 5)
WORDS = Text("neutral", " ".join(occupations()), 1_500)
QUESTION = Text("asked_for", "doctor", 40)
SETTINGS = (STRENGTH, WORDS, QUESTION)
GENDERED = ("he", "she", "his", "her", "him", "himself", "herself", "sir", "madam", "mister", "mrs")

MOST_WORDS_DEBIASED = 20_000


@dataclass(frozen=True)
class Bench:
    """All that the page compares.

    Attributes:
        before: the vectors as they came.
        after: the same words debiased.
        direction: the gender direction.
        pairs: definitional pairs, the female word first.
        equalised: pairs made symmetric.
        neutral: the words looked at.
        strength: how far the vectors were debiased, in percent.
    """

    before: WordVectors
    after: WordVectors
    direction: BiasDirection
    pairs: list[tuple[str, str]]
    equalised: list[tuple[str, str]]
    neutral: list[str]
    strength: int


def bench_part(learned: Learned) -> Bench | None:
    """Let a person edit pairs and words; return what follows from them, or None with a sentence."""
    st.subheader("A direction from pairs")
    vectors = learned.vectors.head(MOST_WORDS_DEBIASED)
    left, right = st.columns([2, 3])
    with left:
        table = pd.DataFrame(definitional_pairs(), columns=["she", "he"])
        edited = st.data_editor(
            table, num_rows="dynamic", hide_index=True, key="definitional_pairs", height=360
        )
    pairs = _known_pairs(vectors, edited)
    try:
        direction = bias_direction(vectors, pairs)
    except ValueError as error:
        st.info(plain(str(error)), icon=":material/edit:")
        return None
    with right:
        frame.figure(
            explained_chart(direction.explained),
            key="explained",
            how_to_read="Each pair is centred on its own middle, so that only what differs within pairs "
            f"is left. The first component takes **{direction.explained[0]:.0%}** of that; it is the "
            "gender direction from here on. The nearer to 100 %, the more the pairs agree.",
        )
    return _debiased(vectors, pairs, direction)


def _debiased(vectors: WordVectors, pairs: list[tuple[str, str]], direction: BiasDirection) -> Bench | None:
    strength = controls.slider(STRENGTH, "How far to debias (%)")
    neutral = list(
        dict.fromkeys(vectors.known(words_of(controls.line(WORDS, "Words that should be neutral"))))
    )
    family = [
        (row[1], row[0]) for name in ("royalty", "family", "people") for row in _in_twos(groups()[name])
    ]
    equalised = _disjoint([pair for pair in [*pairs, *family] if len(vectors.known(pair)) == 2], neutral)
    if not neutral:
        st.info("None of these words has a vector; name some that have.", icon=":material/edit:")
        return None
    after = debias(vectors, direction.direction, equalised, GENDERED, strength / 100)
    return Bench(vectors, after, direction, pairs, equalised, neutral, strength)


def _in_twos(words: list[str]) -> list[tuple[str, str]]:
    return list(zip(words[::2], words[1::2], strict=True))


def _disjoint(pairs: list[tuple[str, str]], neutral: list[str]) -> list[tuple[str, str]]:
    """Keep the pairs whose words occur in no earlier pair and are not to be neutral."""
    used: set[str] = set(neutral)
    kept = []
    for pair in pairs:
        if not used & set(pair) and pair[0] != pair[1]:
            kept.append(pair)
            used |= set(pair)
    return kept


def _known_pairs(vectors: WordVectors, edited: pd.DataFrame) -> list[tuple[str, str]]:
    rows = [(str(a).strip(), str(b).strip()) for a, b in edited.dropna().itertuples(index=False)]
    known = [vectors.known(row) for row in rows]
    missing = sum(len(row) < 2 for row in known)
    if missing:
        st.caption(f"{missing} of the pairs have a word without a vector; they are left out.")
    return [(row[0], row[1]) for row in known if len(row) == 2 and row[0] != row[1]]


def lean_part(bench: Bench) -> None:
    """Draw the words along the direction, before and after."""
    st.subheader("Occupations along it")
    direction = bench.direction.direction
    before, after = (component(v.subset(bench.neutral).units, direction) for v in (bench.before, bench.after))
    tilt = occupations()
    told = (
        np.array([2 * tilt[word] - 1 for word in bench.neutral]) if set(bench.neutral) <= set(tilt) else None
    )
    frame.figure(
        lean_chart(bench.neutral, before, after, told, ("she", "he")),
        key="lean",
        how_to_read="To the right a word leans to *he*, to the left to *she*; 0 is neither. Before: what "
        "the vectors have learned from the text. The small marks, where there are any, are what the "
        "sentences of the small world really say: the share in which the person is a *he*. The vectors "
        "did not invent the tilt, they read it.",
    )


def guarantees_part(bench: Bench) -> None:
    """Check what hard debiasing promises, on these very numbers."""
    st.subheader("What is guaranteed, checked")
    direction = bench.direction.direction
    largest = float(np.abs(component(bench.after.subset(bench.neutral).units, direction)).max())
    gap = _largest_gap(bench)
    promises = {
        "the largest component of a neutralised word along the direction": largest,
        "the largest difference between its distances to the two words of an equalised pair": gap,
    }
    for text, value in promises.items():
        holds = value < 1e-6
        icon = ":material/check:" if holds else ":material/close:"
        st.markdown(f"{icon} {text[0].upper() + text[1:]}: **{value:.2e}**{'' if holds else ' (not 0)'}")
    if bench.strength < 100:
        st.caption("The guarantees hold at 100 % only; below, part of the direction is left on purpose.")
    _grandfather(bench)


def _largest_gap(bench: Bench) -> float:
    neutral = bench.after.subset(bench.neutral).units
    gaps = [0.0]
    for she, he in bench.equalised:
        distances = [np.linalg.norm(neutral - bench.after.unit(word), axis=1) for word in (she, he)]
        gaps.append(float(np.abs(distances[0] - distances[1]).max()))
    return max(gaps)


def _grandfather(bench: Bench) -> None:
    """Check that a pair whose gender is its meaning keeps it: she : grandmother :: he : grandfather."""
    words = ("she", "grandmother", "he", "grandfather")
    if len(bench.before.known(words)) < 4:
        return
    ranks = [_rank(vectors, *words) for vectors in (bench.before, bench.after)]
    icon = ":material/check:" if ranks[1] <= ranks[0] else ":material/close:"
    st.markdown(
        f"{icon} *she : grandmother :: he : ?* The rank of *grandfather* among all words was **"
        f"{ranks[0]}** and is **{ranks[1]}**: words whose gender is their meaning keep it."
    )


def _rank(vectors: WordVectors, a: str, b: str, c: str, wanted: str) -> int:
    nearest = vectors.analogy(a, b, c, len(vectors)).nearest
    return 1 + [n.word for n in nearest].index(vectors.words[vectors.find(wanted)])


def analogy_part(bench: Bench) -> None:
    """Ask "he is to X as she is to …?" before and after."""
    st.subheader("Analogies before and after")
    word = controls.line(QUESTION, "he : this word :: she : ?").strip()
    if len(bench.before.known(["he", "she", word])) < 3:
        st.info("One of the words has no vector.", icon=":material/edit:")
        return
    for column, title, vectors in zip(
        st.columns(2), ("Before", "After"), (bench.before, bench.after), strict=True
    ):
        nearest = vectors.analogy("he", word, "she", 6).nearest
        column.markdown(f"**{title}**")
        table = {"word": [n.word for n in nearest], "cosine": [round(n.cosine, 3) for n in nearest]}
        column.dataframe(pd.DataFrame(table), hide_index=True, key=f"analogies_{title}")


def counter_part(bench: Bench) -> None:
    """Test whether the bias can still be told from the company the words keep."""
    st.subheader("The honest counter-test: is it gone?")
    if len(bench.neutral) < 8:
        st.info(f"The test needs at least 8 words; there are {len(bench.neutral)}.", icon=":material/edit:")
        return
    found = recover(bench.before, bench.after, bench.neutral, bench.direction.direction)
    with st.container(horizontal=True):
        st.metric("Side told by a classifier, before", f"{found.before:.0%}", width="content")
        st.metric("after", f"{found.after:.0%}", width="content")
        st.metric("Fellow words of the same side, before", f"{found.neighbours_before:.0%}", width="content")
        st.metric("after", f"{found.neighbours_after:.0%}", width="content")
    st.markdown(_verdict(found.after, found.neighbours_after))
    st.caption(
        f"{len(bench.neutral)} words are halved into those that leaned to *she* and those that leaned to "
        "*he*. A logistic regression, cross-validated, tries to tell the halves apart from the vectors; "
        "beside it, the share of a word's ten nearest fellow words that come from its own half. Chance "
        "is about 50 %."
    )


def _verdict(told: float, near: float) -> str:
    if told >= 0.7 or near >= 0.65:
        return (
            "**Not gone.** The direction has been taken out, but the words still keep the company they "
            "kept: what leaned to one side still clusters together, and a classifier finds it."
        )
    return (
        "**Little of it can be told from these words.** With so few words, in so small a text, that is no "
        "proof that nothing is left: in vectors from large corpora the sides are usually still told."
    )
