"""The card of a claim: as told, the verdict, the picture, and what would change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from seqviz.claims.claim import Claim
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import FinishedTrial, finished_trial, finished_verdict
from seqviz.claims.machine import machine_in_words
from seqviz.claims.part_sentences import beside_sentences, part_sentences
from seqviz.claims.same_runs import same_runs_as
from seqviz.claims.sentences import chance_sentence, verdict_sentence
from seqviz.claims.table import Table
from seqviz.claims.verdicts import Verdict, judge
from seqviz.lessons.claims import overview, picture, run
from seqviz.ui import controls
from seqviz.ui.course_links import lesson_link
from seqviz.ui.durations import in_words
from seqviz.ui.state import page_state


def chosen() -> Claim:
    """Return the claim whose card is open."""
    return CLAIMS[page_state.value(overview.CLAIM)]


def readings(claim: Claim) -> list[Callable[..., Any]]:
    """Return the functions that say which experiment holds the value of each arm, each once."""
    return list(dict.fromkeys(part.read for part in claim.parts))


def card_part() -> None:
    """Show the card of the chosen claim."""
    st.subheader("One claim")
    claim = CLAIMS[controls.menu(overview.CLAIM, "Claim", help="Or *Open* in the list above.")]
    st.subheader(f"“{claim.told}”")
    st.caption("Found in: " + " ".join(claim.told_by))
    st.markdown(f"**What is tried.** {claim.setting}")
    record = run.watched_part(claim, lambda table: _show(claim, table, judge(claim, table), "run"))
    if record is None:
        _come_along(claim)
    run.controls_part(claim)
    st.markdown(f"**What would change the verdict.** {claim.changes}")
    for page in claim.pages:
        lesson_link(page, "The lesson: {title}")


def _come_along(claim: Claim) -> None:
    """Show the finished trial that comes with the app, or say that there is none."""
    trial, verdict = finished_trial(claim.id), finished_verdict(claim.id)
    if trial is None or verdict is None:
        st.info(
            "Not yet tried here: no finished trial of this claim comes with the app. Run it below.",
            icon=":material/science:",
        )
        return
    if page_state.value(overview.HIDE):
        st.info("The verdict is hidden: predict it below first, or switch *Hide the verdicts* off.")
        return
    _show(claim, trial.table, verdict, "bundled")
    st.caption(_where(claim, trial))


def _where(claim: Claim, trial: FinishedTrial) -> str:
    told = f"This trial comes with the app. Measured there: {machine_in_words(trial.machine)}"
    if claim.kind == "exact":
        return f"{told}."
    times = " Its times hold for that computer; run it for this one." if claim.is_timing else ""
    earlier = same_runs_as(claim)
    took = (
        f"read from the runs of claim {earlier}"
        if earlier
        else f"{in_words(trial.seconds)} beside other work"
    )
    return f"{told}; {took}.{times}"


def _show(claim: Claim, table: Table, verdict: Verdict, key: str) -> None:
    with st.container(border=True):
        overview.badge(verdict)
        st.markdown(verdict_sentence(claim, verdict))
        st.markdown(
            "\n".join(
                f"- {sentence}"
                for sentence in (*part_sentences(claim, verdict), *beside_sentences(claim, table))
            )
        )
    picture.pictures(claim, verdict, table, f"{key}:{claim.id}")
    if claim.kind != "exact" and (said := chance_sentence(verdict)):
        st.caption(said)
    if table.rows:
        picture.download(claim, table)
