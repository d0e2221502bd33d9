"""The answer to the Bias page's question, computed at full strength from the vectors at hand."""

from __future__ import annotations

import streamlit as st

from seqviz.embeddings.debias import debias, recover
from seqviz.ui.bias_parts import GENDERED, Bench


def reveal_recovery(bench: Bench | None) -> None:
    """Debias wholly and say how often the side is still told."""
    if bench is None or len(bench.neutral) < 8:
        st.info("Pairs and at least 8 words are needed above.")
        return
    direction = bench.direction.direction
    found = recover(
        bench.before, debias(bench.before, direction, bench.equalised, GENDERED), bench.neutral, direction
    )
    st.markdown(
        f"On these vectors: **{found.before:.0%}** before debiasing, **{found.after:.0%}** after it, "
        f"where chance is 50 %. Of a word's nearest fellow words, {found.neighbours_after:.0%} come from "
        "its own side."
    )
