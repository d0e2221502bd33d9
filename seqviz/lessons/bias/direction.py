"""The Bias page: a direction from pairs, taking it out, and occupations along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import streamlit as st
from scipy.stats import spearmanr

from seqviz.corpora.world import definitional_pairs, groups, occupations
from seqviz.embeddings.debias import BiasDirection, bias_direction, component, debias
from seqviz.embeddings.space import WordVectors
from seqviz.figures.bias import explained_chart, lean_chart
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Number, Text
from seqviz.ui.texts.words import words_of
from seqviz.ui.vectors.source import Learned

STRENGTH = Number("strength", 0, 100, 100, 5)
WORDS = Text("neutral", " ".join(occupations()), 2_000)
PAIRS = Text("pairs", "\n".join(map(" ".join, definitional_pairs())), 2_000)
SETTINGS = (STRENGTH, WORDS, PAIRS)
GENDERED = ("he", "she", "his", "her", "him", "himself", "herself", "sir", "madam", "mister", "mrs")

#: Few of the small world's occupations are in a vector file; the counter-test needs many words.
MORE_OCCUPATIONS = (
    "accountant ambassador architect athlete attorney author baker banker barber bishop boxer "
    "broker builder butcher butler captain carpenter chef clerk coach colonel comedian composer consultant cop "
    "cook counselor dancer dentist designer detective diplomat director doctor driver economist editor educator "
    "electrician engineer environmentalist farmer firefighter gardener guard guitarist hairdresser "
    "historian housekeeper inspector instructor inventor janitor journalist judge laborer lawyer lecturer "
    "librarian lieutenant maid manager marshal mathematician mayor mechanic minister model musician nanny "
    "neurologist novelist nurse officer painter pastor philosopher photographer physician physicist "
    "pianist pilot planner playwright plumber poet politician preacher president priest prisoner "
    "professor programmer psychologist publisher receptionist reporter researcher sailor scholar "
    "scientist screenwriter sculptor secretary senator sheriff singer socialite soldier sociologist stylist "
    "surgeon tailor teacher technician therapist trader trainer translator treasurer trooper violinist "
    "warden warrior weaver worker writer"
)

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
        of_the_world: whether they were learned from the small world, whose tilt is known.
    """

    before: WordVectors
    after: WordVectors
    direction: BiasDirection
    pairs: list[tuple[str, str]]
    equalised: list[tuple[str, str]]
    neutral: list[str]
    strength: int
    of_the_world: bool


def bench_part(learned: Learned) -> Bench | None:
    """Let a person edit pairs and words; return what follows from them, or None with a sentence."""
    st.subheader("A direction from pairs")
    vectors = learned.vectors.head(MOST_WORDS_DEBIASED)
    left, right = st.columns([2, 3])
    with left:
        written = controls.passage(PAIRS, "Pairs, one a line: her word, then his", height=330)
    pairs = _known_pairs(vectors, written)
    try:
        direction = bias_direction(vectors, pairs)
    except ValueError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return None
    with right:
        frame.figure(
            explained_chart(direction.explained),
            key="explained",
            how_to_read="Each pair is centred on its own middle, so that only what differs within pairs "
            f"is left. The first component takes **{direction.explained[0]:.0%}** of that; it is the "
            "gender direction from here on. The nearer to 100 %, the more the pairs agree.",
        )
    return _debiased(vectors, pairs, direction, learned.config.get("corpus") == "world")


def _debiased(
    vectors: WordVectors, pairs: list[tuple[str, str]], direction: BiasDirection, of_the_world: bool
) -> Bench | None:
    strength = controls.slider(STRENGTH, "How far to debias (%)")
    controls.examples(
        WORDS,
        {"The small world's occupations": WORDS.default, "Many more, for a vector file": MORE_OCCUPATIONS},
    )
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
    after = debias(vectors, direction.direction, equalised, spared(neutral), strength / 100)
    return Bench(vectors, after, direction, pairs, equalised, neutral, strength, of_the_world)


def spared(neutral: list[str]) -> list[str]:
    """Return the words whose gender is their meaning, but for those that a person wants neutral."""
    return [word for word in GENDERED if word not in neutral]


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


def _known_pairs(vectors: WordVectors, written: str) -> list[tuple[str, str]]:
    rows = [row for row in (words_of(line) for line in written.splitlines()) if row]
    unlike = sum(len(row) != 2 for row in rows)
    if unlike:
        st.caption(
            f"Left out: {counted(unlike, 'line')} that {'has' if unlike == 1 else 'have'} not just two words."
        )
    known = [vectors.known(row) for row in rows if len(row) == 2]
    missing = sum(len(row) < 2 for row in known)
    if missing:
        st.caption(f"{missing} of the pairs have a word without a vector; they are left out.")
    return [(row[0], row[1]) for row in known if len(row) == 2 and row[0] != row[1]]


def lean_part(bench: Bench) -> None:
    """Draw the words along the direction, before and after."""
    st.subheader("Occupations along it")
    direction = bench.direction.direction
    before, after = (component(v.subset(bench.neutral).units, direction) for v in (bench.before, bench.after))
    tilt = occupations() if bench.of_the_world else {}
    told = (
        np.array([2 * tilt[word] - 1 for word in bench.neutral]) if set(bench.neutral) <= set(tilt) else None
    )
    frame.figure(
        lean_chart(bench.neutral, before, after, told, ("she", "he")),
        key="lean",
        how_to_read="To the right a word leans to *he*, to the left to *she*; 0 is neither. Before: what "
        f"the vectors have learned from the text.{'' if told is None else marks_in_words(before, told)}",
    )


def marks_in_words(before: np.ndarray, told: np.ndarray) -> str:
    """Say what the marks are, and how closely the vectors follow them.

    Args:
        before: (num_words,), components along the direction.
        told: (num_words,), what the sentences say.
    """
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
