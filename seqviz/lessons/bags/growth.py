"""The lesson on what bags cannot do: a vocabulary that grows with every misspelling, and its zeros."""

from __future__ import annotations

from operator import attrgetter

import numpy as np
import streamlit as st

from seqviz.corpora.records import Corpus, LabelledTexts
from seqviz.figures import bags as figures
from seqviz.text.augmentation import misspell
from seqviz.text.counts import terms_of
from seqviz.text.measures import Growth, growth
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Number
from seqviz.ui.texts.counted import counted_terms
from seqviz.ui.texts.source import excerpt

MEASURED = 1_000_000  # characters of a corpus that are read
TYPOS = Number("typos", 0, 50, 5, 1)
SEED = Number("seed", 0, 1_000, 0, 1)
SETTINGS = (TYPOS, SEED)


def typo_controls() -> tuple[int, int]:
    """Draw the share of misspelt words and the seed; return both."""
    st.markdown("**Misspell a corpus**")
    left, right = st.columns(2)
    with left:
        share = controls.slider(TYPOS, "Misspelt words, out of 100", help="“come” may become “cmoe”.")
    with right:
        seed = controls.number(SEED, "Seed of the misspellings")
    return share, seed


@st.cache_data(
    max_entries=24, show_spinner="Reading the corpus …", hash_funcs={LabelledTexts: attrgetter("digest")}
)
def _growth(train: LabelledTexts, num_characters: int, share: int, seed: int) -> Growth:
    generator = np.random.default_rng(seed)
    texts = excerpt(train.texts, num_characters)
    return growth([misspell(terms_of(text), share / 100, generator) for text in texts])


def different_words(corpus: Corpus, share: int, seed: int) -> tuple[int, int]:
    """Count a corpus's different words, as written and with some misspelt.

    Args:
        corpus: its training texts are read.
        share: words misspelt, of a hundred.
        seed: of the misspellings.
    """
    written, misspelt = (_growth(corpus.train, MEASURED, each, seed).num_words[-1] for each in (0, share))
    return int(written), int(misspelt)


def show_growth(corpus: Corpus, share: int, seed: int) -> None:
    """Draw vocabulary and zeros of a corpus as it is read, with and without misspellings."""
    texts = excerpt(corpus.train.texts, MEASURED)
    if not any(terms_of(text) for text in texts[:1_000]):
        st.info("This corpus has no words.", icon=":material/info:")
        return
    clean, misspelt = (_growth(corpus.train, MEASURED, each, seed) for each in (0, share))
    curves = [("as written", clean), (f"{share} of 100 words misspelt", misspelt)]
    frame.figure(
        figures.vocabulary_growth([(name, found.num_texts, found.num_words) for name, found in curves]),
        key="vocabulary_growth",
        how_to_read=f"{escaped(corpus.name)}, {len(texts):,} of {len(corpus.train):,} texts: "
        f"{clean.num_words[-1]:,} different words as written, **{misspelt.num_words[-1]:,}** with the misspellings. "
        "Each new spelling is a column of its own, which to a bag has nothing to do with the right one. "
        f"{counted_terms()}",
    )
    frame.figure(
        figures.zeros([(name, found.num_texts, 100 * found.zero_share) for name, found in curves]),
        key="zeros",
        how_to_read=f"After the last text {clean.zero_share[-1]:.2%} of the cells are 0 as written, "
        f"**{misspelt.zero_share[-1]:.2%}** with the misspellings: a text uses few of the words that there are. So "
        "such a matrix is kept as a list of the cells that are not 0.",
    )
