"""A frequency of one's own on the page of training tricks: how likely an occurrence of such a word is dropped."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.embeddings.frequencies import discard_probability, keep_probability
from seqviz.ui import controls
from seqviz.ui.state.address import Number

PER_MILLION = Number("per_million", 1, 1_000_000, 10_000, 1)
SETTINGS = (PER_MILLION,)


def own_frequency(threshold: float) -> None:
    """Let a person say how often a word comes, and tell how likely each formula drops one occurrence of it."""
    per_million = controls.number(PER_MILLION, "A word of your own: occurrences in a million words")
    st.markdown(dropped_in_words(per_million, threshold))


def dropped(per_million: int, threshold: float) -> tuple[float, float]:
    """Return the chance that an occurrence is dropped, by the published formula and by the C code's."""
    frequency = np.array([per_million / 1_000_000])
    published, kept = discard_probability(frequency, threshold), keep_probability(frequency, threshold)
    return float(published[0]), 1 - float(kept[0])


def dropped_in_words(per_million: int, threshold: float) -> str:
    """Write both formulas out with a word's frequency and the threshold."""
    published, by_code = dropped(per_million, threshold)
    f, t = f"{per_million / 1_000_000:g}", f"{threshold:.3g}"
    return (
        f"f = {f}, t = {t}: by the published formula P(discard) = max(0, 1 − √({t}/{f})) = **{published:.4f}**; by the "
        f"C code's max(0, 1 − √({t}/{f}) − {t}/{f}) = **{by_code:.4f}**."
    )
