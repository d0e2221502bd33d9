"""Predict a verdict, then look."""

from __future__ import annotations

import streamlit as st

from seqviz.claims.claim import Claim
from seqviz.claims.finished import finished_verdict
from seqviz.claims.sentences import verdict_sentence

OPTIONS = {
    "holds here": "It holds in every condition.",
    "does not hold here": "It holds in none.",
    "depends": "It depends on the condition.",
    "undecided": "The seeds cannot tell.",
}


def answer(claim: Claim) -> str:
    """Return the right option by the trial that comes along; without seeds, or with too few, they cannot tell."""
    verdict = finished_verdict(claim.id)
    return OPTIONS["undecided"] if verdict is None else OPTIONS.get(verdict.word, OPTIONS["undecided"])


def reveal(claim: Claim) -> None:
    """Say the verdict."""
    verdict = finished_verdict(claim.id)
    if verdict is None:
        st.markdown("No finished trial of it comes with the app: run it on its card.")
    else:
        st.markdown(verdict_sentence(claim, verdict))
