"""The question before the answer: how many held-out sentences the net that the page opens with writes exactly."""

from __future__ import annotations

import streamlit as st

from seqviz.ui.translation import nets

SHARES = ("fewer than a quarter", "about half", "more than three quarters")


def _share() -> float:
    return float(nets.run_of(nets.TATOEBA).result["exact_match"])


def exact_answer() -> str:
    """Return which of SHARES is true of the net that the page opens with."""
    return SHARES[(_share() >= 0.25) + (_share() > 0.75)]


def reveal_exact() -> None:
    """Say how it does, and why this is a hard measure."""
    st.markdown(
        f"{nets.learned_from(nets.TATOEBA)} One sentence has many right translations, and the pairs hold only some of "
        "them: what is not among them counts as wrong here, word for word."
    )
