"""Subsampling and the noise distribution on the page of training tricks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.corpora.world import world_sentences
from seqviz.embeddings.frequencies import discard_probability, keep_probability, noise_distribution, shares
from seqviz.experiments.word_vectors.data import plain_words
from seqviz.figures.word2vec import keep_chart, noise_chart
from seqviz.lessons.training_tricks.own_frequency import own_frequency
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.state.address import Choice, Number, Text
from seqviz.ui.vectors.source import bundled
from seqviz.ui.widgets.text_diff.text_diff import dropped_words

LOG_T = Number("log_t", -5.0, -1.0, -3.0, 0.25)
SAMPLE = Text("sample", "", 2_000)
FATE = Number("fate", 0, 999, 0, 1)
POWER = Number("power", 0.0, 1.0, 0.75, 0.05)
COUNTED = Choice("counted", ("worked example", "small world"), "worked example")
OF_SUBSAMPLING = (LOG_T, SAMPLE, FATE)
OF_THE_NOISE = (POWER, COUNTED)
WORKED = {"the": 1000, "movie": 100, "saw": 10, "aardvark": 1}
MOST_WORDS = 60
MOST_NOISE = 24  # words whose chance to be drawn as noise is shown
MORE, LESS, JUST = "more often", "less often", "just as often"


@dataclass(frozen=True)
class Kept:
    """How likely an occurrence of some of the small world's words is kept.

    Attributes:
        words: the words, the most frequent first.
        frequencies: (num_words,), each word's share of the corpus.
        published: (num_words,), the chance by the published formula.
        by_code: (num_words,), the chance by the C code's.
    """

    words: list[str]
    frequencies: np.ndarray
    published: np.ndarray
    by_code: np.ndarray


def kept(threshold: float) -> Kept:
    """Ask both formulas about words that are spread evenly over the ranks' powers of ten."""
    learned = bundled()
    assert learned.counts is not None
    every = np.unique(np.geomspace(1, len(learned.vectors), MOST_WORDS).astype(int)) - 1
    frequencies = shares(learned.counts)[every]
    return Kept(
        [learned.vectors.words[k] for k in every],
        frequencies,
        1 - discard_probability(frequencies, threshold),
        keep_probability(frequencies, threshold),
    )


@st.fragment
def subsampling_part() -> None:
    """Show how likely each word is kept, by both formulas, and which tokens of a text survive."""
    st.subheader("Subsampling: thin out what is everywhere")
    with st.container(horizontal=True):
        threshold = 10 ** controls.slider(LOG_T, "Threshold t as a power of ten")
        fate = controls.number(FATE, "Seed of the draw")
    chances = kept(threshold)
    frame.figure(
        keep_chart(chances.words, chances.frequencies, chances.published, chances.by_code),
        key="keep",
        how_to_read=f"Each point is one of {len(chances.words)} of the small world's {len(bundled().vectors)} words, "
        f"the most frequent on the right; t = {threshold:.2g}. The published formula keeps with √(t/f) and drops no "
        "word rarer than t; the C code adds t/f, so it keeps more, and every word up to 2.6 t.",
    )
    own_frequency(threshold)
    _survivors(controls.passage(SAMPLE, "A text (empty: the small world's first sentences)"), threshold, fate)


def _survivors(text: str, threshold: float, fate: int) -> None:
    tokens = plain_words(text or " ".join(world_sentences(8)))[:150]
    if not tokens:
        st.info("The text needs at least one word.", icon=":material/edit:")
        return
    learned = bundled()
    assert learned.counts is not None
    share_of = dict(zip(learned.vectors.words, shares(learned.counts), strict=True))
    own = Counter(tokens)
    frequency = np.array([share_of.get(token, own[token] / len(tokens)) for token in tokens])
    keep, published = keep_probability(frequency, threshold), 1 - discard_probability(frequency, threshold)
    chance = np.random.default_rng(fate).random(len(tokens))
    survives = chance < keep
    label = "Which tokens survive subsampling by the C code's formula"
    dropped_words(tokens, survives.tolist(), key="survivors", label=label)
    unknown = len({token for token in tokens if token not in share_of})
    elsewhere = f"; for the {counted(unknown, 'word')} that it does not know, this text" if unknown else ""
    st.markdown(
        f"By the C code's formula, which is shown here and which our trainings use, **{int(survives.sum())} of "
        f"{len(tokens)}** tokens survive this draw; {keep.sum():.1f} are expected to. By the paper's, with the same "
        f"draw, **{int((chance < published).sum())}** and {published.sum():.1f}. How frequent a word is, the small "
        f"world says{elsewhere}. What is "
        "dropped is gone before the window slides, so the window reaches further."
    )


@st.fragment
def noise_part() -> None:
    """Show the noise distribution for several powers of the counts."""
    st.subheader("Negative sampling: where the noise comes from")
    with st.container(horizontal=True):
        name = controls.choice(COUNTED, "Counts of")
        power = controls.slider(POWER, "Power of the counts")
    words, values = counted_words(name)
    shown = np.unique(np.geomspace(1, len(words), MOST_NOISE).astype(int)) - 1
    powers = dict.fromkeys((0.0, 0.75, 1.0, power))
    distributions = {f"power {p:g}": noise_distribution(values, p)[shown] for p in powers}
    names = [words[k] for k in shown]
    frame.figure(
        noise_chart(names, distributions),
        key="noise_chart",
        how_to_read="Power 1 draws words as often as they occur, power 0 all alike. At ¾, word2vec's "
        "choice, rare words are drawn more often than they occur and frequent ones less. The vertical "
        f"axis is logarithmic. Drawn: {len(names)} of {len(words)} words.",
    )
    table = pd.DataFrame(
        {"word": names, "count": values[shown]} | {k: v.round(4) for k, v in distributions.items()}
    )
    st.dataframe(table, hide_index=True, key="noise_table", height=180)


def counted_words(name: str) -> tuple[list[str], np.ndarray]:
    """Return the words of the worked example or of the small world, and how often each occurs, (num_words,)."""
    if name == "worked example":
        return list(WORKED), np.array(list(WORKED.values()))
    learned = bundled()
    assert learned.counts is not None
    return list(learned.vectors.words), learned.counts


def lifted_by_noise() -> np.ndarray:
    """Return how many times as often as it occurs each word of the worked example is drawn, (num_words,)."""
    values = np.array(list(WORKED.values()))
    return noise_distribution(values) / noise_distribution(values, 1.0)


def rare_noise_option() -> str:
    """Return which option of the question is right: is a word seen once drawn more often than it occurs?"""
    ratio = lifted_by_noise()[list(WORKED.values()).index(1)]
    return MORE if ratio > 1 else LESS if ratio < 1 else JUST


def reveal_rare_noise() -> None:
    """Say how much ¾ lifts the rare word of the worked example and lowers the frequent one."""
    ratio = lifted_by_noise()
    st.markdown(
        f"Relative to how often it occurs, *aardvark* (once in {sum(WORKED.values()):,}) is drawn "
        f"**{ratio[-1]:.1f} times** as often, and *the* **{ratio[0]:.2f} times**."
    )
