"""A line in each lesson on the claims that belong to it: as told, the verdict here, and the way to its card."""

from __future__ import annotations

import streamlit as st

from seqviz.claims.claim import Claim
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_verdict
from seqviz.claims.sentences import short_verdict
from seqviz.ui.state import session

PAGE = "claims"


def on_trial() -> None:
    """Link to the trials of the lesson that is open; nothing where no claim belongs to it."""
    for claim in CLAIMS.values():
        if session.page() in claim.pages:
            with st.container(horizontal=True, vertical_alignment="center"):
                # A link is cut where the line ends; the sentence is not.
                st.markdown(f":material/gavel: On trial: “{claim.told}” {verdict_in_words(claim)}")
                st.page_link(
                    f"pages/{PAGE}.py",
                    label=f"The trial ({claim.id})",
                    icon=":material/arrow_forward:",
                    query_params={"claim": claim.id},
                    width="content",
                )


def verdict_in_words(claim: Claim) -> str:
    """Say in a few words what the trial that comes along says of a claim."""
    verdict = finished_verdict(claim.id)
    if verdict is None:
        return "**Not yet tried here.**"
    seeds = "by formula" if claim.kind == "exact" else f"{verdict.num_seeds} seeds"
    said = short_verdict(verdict)
    return f"**{said[0].upper()}{said[1:]}** ({seeds})."
