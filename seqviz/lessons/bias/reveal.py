"""The answer to the Bias page's question, computed at full strength from the vectors at hand."""

from __future__ import annotations

import streamlit as st

from seqviz.embeddings.bias_recovery import Recovery
from seqviz.lessons.bias.bench import Bench
from seqviz.lessons.bias.checks import counted_again, verdict

CHANCE, MORE = "about half of the time: chance", "clearly more often than chance"


def recovered_option(bench: Bench | None) -> str | None:
    """Return which option is right for the vectors at hand; None where the test cannot be done."""
    found = _fully_debiased(bench)
    if found is None:
        return None
    return MORE if found.told_after > found.told_by_chance else CHANCE


def _fully_debiased(bench: Bench | None) -> Recovery | None:
    if bench is None or len(bench.neutral) < 8:
        return None
    return counted_again(bench, bench.fully_debiased())


def reveal_recovery(bench: Bench | None) -> None:
    """Debias fully and say how often a classifier still finds the side."""
    found = _fully_debiased(bench)
    if found is None:
        st.info("Pairs and at least 8 words are needed above.")
        return
    st.markdown(
        f"On these vectors: **{found.told_before:.0%}** before debiasing, **{found.told_after:.0%}** after it, "
        f"where the best of many random assignments reaches {found.told_by_chance:.0%}. Of a word's "
        f"nearest neighbours among these words, {found.near_after:.0%} come from its own side; at random at most "
        f"{found.near_by_chance:.0%}."
    )
    st.markdown(verdict(found))
