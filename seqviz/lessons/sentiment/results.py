"""What came out of sentiment runs: curves in one picture, confusion, mistakes, and the verdict."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import streamlit as st

from seqviz.corpora.near_copies import SHARE
from seqviz.figures.training import confusion_matrix
from seqviz.runs.history import History
from seqviz.text.intervals import differ, difference_interval
from seqviz.text.numbers_written import with_minus
from seqviz.ui import frame
from seqviz.ui.runs.training_time import training_time
from seqviz.ui.state.set_together import set_together

MISTAKES_SHOWN = 4
LOSSES_JUDGED = 5  # the last points of the curve
HOPELESS_LOSS = 2 * math.log(2)
EXCERPT = 220  # characters of a mistaken review shown in the list
LEAST_POINTS = 0.05  # a difference that one decimal shows


def confusion_and_mistakes(result: dict[str, Any]) -> None:
    """Show the confusion matrix and the most confident mistakes, each one click from being read."""
    left, right = st.columns(2)
    with left:
        frame.figure(
            confusion_matrix(result["confusion"]),
            key="confusion",
            how_to_read="Rows are the truth, columns the net's answer: off the diagonal it was wrong.",
        )
    with right:
        st.markdown("**Most confident mistakes** on the validation reviews")
        if not result["mistakes"]:
            st.caption("There is none: every validation review was classified correctly.")
        for k, mistake in enumerate(result["mistakes"][:MISTAKES_SHOWN]):
            _mistake(k, mistake)


def _mistake(number: int, mistake: dict[str, Any]) -> None:
    said = mistake["positive"] if mistake["label"] == 0 else 1 - mistake["positive"]
    verdict = (
        "negative, classified as positive" if mistake["label"] == 0 else "positive, classified as negative"
    )
    text = mistake["text"]
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        with st.container(width="stretch", gap="small"):
            st.caption(f"{verdict} with probability {said:.4f}")
            st.text(text if len(text) <= EXCERPT else f"{text[:EXCERPT]} …")
        st.button(
            "Read it",
            key=f"mistake:{number}",
            icon=":material/menu_book:",
            on_click=set_together,
            args=({"review": text},),
        )


def result_line(result: dict[str, Any], baseline: float | None) -> None:
    """Show the numbers of a finished run."""
    columns = st.columns(5)
    more = 0.0 if baseline is None else 100 * (result["accuracy"] - baseline)
    columns[0].metric(
        "Validation accuracy",
        f"{result['accuracy']:.1%}",
        None if baseline is None else f"{with_minus(more, '+.1f')} points",
        # Streamlit takes only a hyphen for a minus: it is told what a sign of ours means
        delta_color="off" if abs(more) < LEAST_POINTS else "normal" if more > 0 else "inverse",
        delta_arrow="up" if more > 0 else "down",
        help="The difference, in percentage points, is against the baseline.",
    )
    if "test_accuracy" in result:
        columns[1].metric("Test accuracy", f"{result['test_accuracy']:.1%}")
    columns[2].metric("Parameters", f"{result['parameters']:,}")
    training_time(columns[3], result)
    columns[4].metric("Epochs", f"{result['epochs']:g}")
    if baseline is not None:
        st.caption(verdict(result, baseline))


def verdict(result: dict[str, Any], baseline: float) -> str:
    """Say which of the two is better on the validation reviews, as far as their number lets one say.

    Args:
        result: of the net's run, with its accuracy and confusion.
        baseline: accuracy of TF-IDF and logistic regression on the same reviews.
    """
    (negative, false_positive), (false_negative, positive) = result["confusion"]
    right, number = negative + positive, negative + false_positive + false_negative + positive
    chance = difference_interval((right, number), (round(baseline * number), number))
    if not differ((right, number), (round(baseline * number), number)):
        finding = "The net and the bag of words and word pairs cannot be told apart here"
    else:
        better = "net" if chance.low > 0 else "bag of words and word pairs"
        finding = f"The {better} is better here, by more than chance explains"
    return (
        f"{finding}: {result['accuracy']:.1%} and {baseline:.1%} of {number:,} reviews. On so many, the true "
        f"difference may lie anywhere from {with_minus(100 * chance.low, '+.1f')} to "
        f"{with_minus(100 * chance.high, '+.1f')} points (95% interval). "
        "The net reads the words in order and answers after every one; the bag knows only which words and pairs occur."
    )


def overshot(history: History, learning_rate: float) -> str | None:
    """Say so where a net answers worse than one that always says one half; its states are bounded, so seldom NaN.

    Args:
        history: of the run, which may still train.
        learning_rate: of the run.
    """
    losses = history.series("train_loss").values[-LOSSES_JUDGED:]
    if len(losses) < LOSSES_JUDGED or (loss := float(np.median(losses))) < HOPELESS_LOSS:
        return None
    return (
        f"The training loss stands at {loss:.3g} nats; a net that always answers one half has {math.log(2):.3f}. "
        f"Steps that overshoot do that: try a smaller learning rate than {learning_rate:g}."
    )


def near_copies_said(corpus: dict[str, Any]) -> str | None:
    """Say so where validation reviews are near-copies of training ones.

    Args:
        corpus: what the run noted of it; older runs did not look.
    """
    number, looked_at = corpus.get("near_copies", 0), corpus.get("looked_at", 0)
    if not number:
        return None
    return (
        f"Of {looked_at:,} validation reviews, {number:,} ({number / looked_at:.0%}) have {SHARE:.0%} or more of "
        "their words in common with a review that the net learned from. It has nearly read them before, so its "
        "validation accuracy says little about other reviews."
    )
