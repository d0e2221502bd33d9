"""Subsampling and the noise distribution on the page of training tricks."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.corpora.world import world_sentences
from seqviz.embeddings.frequencies import discard_probability, keep_probability, noise_distribution, shares
from seqviz.figures.word2vec import keep_chart, noise_chart
from seqviz.training.word_vector_corpus import plain_words
from seqviz.ui import controls, frame
from seqviz.ui.address import Choice, Number, Text
from seqviz.ui.text_diff import dropped_words
from seqviz.ui.word_vector_source import bundled

LOG_T = Number("log_t", -5.0, -1.0, -3.0, 0.25)
SAMPLE = Text("sample", "", 2_000)
FATE = Number("fate", 0, 999, 0, 1)
POWER = Number("power", 0.0, 1.0, 0.75, 0.05)
COUNTED = Choice("counted", ("worked example", "small world"), "worked example")
SETTINGS = (LOG_T, SAMPLE, FATE, POWER, COUNTED)
WORKED = {"the": 1000, "movie": 100, "saw": 10, "aardvark": 1}
MOST_WORDS = 60


@st.fragment
def subsampling_part() -> None:
    """Show how likely each word is kept, by both formulas, and which tokens of a text survive."""
    st.subheader("Subsampling: thin out what is everywhere")
    with st.container(horizontal=True):
        threshold = 10 ** controls.slider(LOG_T, "Threshold t as a power of ten")
        fate = controls.number(FATE, "Seed of the draw")
    learned = bundled()
    assert learned.counts is not None
    every = np.unique(np.geomspace(1, len(learned.vectors), MOST_WORDS).astype(int)) - 1
    frequencies = shares(learned.counts)[every]
    words = [learned.vectors.words[k] for k in every]
    frame.figure(
        keep_chart(
            words,
            frequencies,
            1 - discard_probability(frequencies, threshold),
            keep_probability(frequencies, threshold),
        ),
        key="keep",
        how_to_read="Each point is a word of the small world, the commonest on the right; t = "
        f"{threshold:.2g}. The published formula keeps with √(t/f) and drops no word rarer than t; the C code "
        "adds t/f, so it keeps more, and every word up to 2.6 t.",
    )
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
    keep = keep_probability(frequency, threshold)
    survives = np.random.default_rng(fate).random(len(tokens)) < keep
    dropped_words(tokens, survives.tolist(), key="survivors", label="Which tokens survive subsampling")
    st.markdown(
        f"**{int(survives.sum())} of {len(tokens)}** tokens survive this draw; {keep.sum():.1f} are "
        "expected to. What is dropped is gone before the window slides, so the window reaches further."
    )


@st.fragment
def noise_part() -> None:
    """Show the noise distribution for several powers of the counts."""
    st.subheader("Negative sampling: where the noise comes from")
    with st.container(horizontal=True):
        counted = controls.choice(COUNTED, "Counts of")
        power = controls.slider(POWER, "Power of the counts")
    counts = WORKED
    if counted == "small world":
        learned = bundled()
        assert learned.counts is not None
        every = np.unique(np.geomspace(1, len(learned.vectors), 24).astype(int)) - 1
        counts = {learned.vectors.words[k]: int(learned.counts[k]) for k in every}
    values = np.array(list(counts.values()))
    powers = dict.fromkeys((0.0, 0.75, 1.0, power))
    distributions = {f"power {p:g}": noise_distribution(values, p) for p in powers}
    frame.figure(
        noise_chart(list(counts), distributions),
        key="noise_chart",
        how_to_read="Power 1 draws words as often as they occur, power 0 all alike. At ¾, word2vec's "
        "choice, rare words are drawn more often than they occur and frequent ones less. The vertical "
        "axis is logarithmic.",
    )
    table = pd.DataFrame(
        {"word": list(counts), "count": values} | {k: v.round(4) for k, v in distributions.items()}
    )
    st.dataframe(table, hide_index=True, key="noise_table", height=180)


def reveal_rare_noise() -> None:
    """Say how much ¾ lifts the rare word of the worked example and lowers the frequent one."""
    values = np.array(list(WORKED.values()))
    ratio = noise_distribution(values) / noise_distribution(values, 1.0)
    st.markdown(
        f"Relative to how often it occurs, *aardvark* (once in 1 111) is drawn **{ratio[-1]:.1f} times** "
        f"as often, and *the* **{ratio[0]:.2f} times**: rare words are lifted, frequent ones lowered."
    )
