"""All claims with their verdicts: what a teacher projects."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from seqviz.claims.claim import Claim
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_verdict
from seqviz.claims.part_sentences import parts_in_short
from seqviz.claims.sentences import short_verdict
from seqviz.claims.verdicts import Verdict
from seqviz.claims.words import listed
from seqviz.ui import controls
from seqviz.ui.state.address import Choice, Flag, Setting
from seqviz.ui.state.set_together import set_together

CLAIM = Choice("claim", tuple(CLAIMS), "E7")
HIDE = Flag("hide")
SETTINGS: tuple[Setting, ...] = (CLAIM, HIDE)

#: Verdict over all conditions -> colour and icon of its badge.
BADGES = {
    "holds here": ("green", ":material/check:"),
    "does not hold here": ("red", ":material/close:"),
    "depends": ("orange", ":material/tune:"),
    "undecided": ("gray", ":material/question_mark:"),
    "too few seeds": ("gray", ":material/hourglass_empty:"),
}
NOT_TRIED = "not yet tried here"


def overview_part() -> None:
    """List every claim with its verdict, by the trials that come with the app."""
    st.subheader("All claims")
    is_hidden = controls.flag(
        HIDE,
        "Hide the verdicts",
        help="So that you can predict first, or a class can vote, before seeing them.",
    )
    if not is_hidden:
        st.markdown(counts_in_words())
    for claim in CLAIMS.values():
        _row(claim, is_hidden)


def counts_in_words() -> str:
    """Count the verdicts."""
    words = Counter(
        NOT_TRIED if verdict is None else verdict.word for verdict in map(finished_verdict, CLAIMS)
    )
    said = {
        "depends": "depend on the conditions",
        "undecided": "are undecided",
        "holds here": "hold here",
        "does not hold here": "do not hold here",
    }
    parts = [f"**{count}** {said.get(word, word)}" for word, count in words.most_common()]
    none = "" if words["holds here"] else " None holds under every condition tried."
    return (
        f"Of {len(CLAIMS)} claims, {listed(parts)}.{none} *Here* means: with small nets on small data, as each card "
        "says. Below each claim stands what every part of it comes to; “3 of 7” counts the conditions (the levels of "
        "the dials that were tried) in which it is supported. *Undecided* means that these seeds are too few to tell."
    )


def _row(claim: Claim, is_hidden: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(_told(claim, is_hidden), width="stretch")
        if not is_hidden:
            badge(finished_verdict(claim.id))
        st.button(
            "Open",
            key=f"open:{claim.id}",
            icon=":material/gavel:",
            on_click=set_together,
            args=({CLAIM.name: claim.id},),
            help="Shows its card below.",
        )


def _told(claim: Claim, is_hidden: bool) -> str:
    """Write a claim as it is told, and below, where it may be seen, what each part of it comes to."""
    told, verdict = f"**{claim.id}** {claim.told}", finished_verdict(claim.id)
    if is_hidden or verdict is None:
        return told
    return f"{told}\n\n:small[{' · '.join(parts_in_short(claim, verdict))}]"


def badge(verdict: Verdict | None) -> None:
    """Draw a verdict on a coloured ground; what it depends on stands in it, on a phone in two lines."""
    if verdict is None:
        st.markdown(f":gray-background[:material/science: {NOT_TRIED}]", width="content")
        return
    colour, icon = BADGES[verdict.word]
    st.markdown(f":{colour}-background[{icon} {short_verdict(verdict)}]", width="content")
