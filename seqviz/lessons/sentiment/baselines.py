"""The baseline beside every net, fitted once a corpus by a worker and shared by all."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.server.engine import store
from seqviz.ui.state.session import owner
from seqviz.ui.texts.corpora import is_here

LOOK_EVERY = 1.0  # seconds
LONGEST_NAME = 64


#: (who asks, corpus) -> the baseline's run as it was last seen: asking the store writes, at every click of anyone.
_SEEN: dict[tuple[str, str], RunRecord] = {}


def _run(corpus: str) -> RunRecord | None:
    """Return the baseline's run on a corpus, asked for now if nobody has before; None if it cannot be had."""
    experiment = BaselineExperiment(corpus)
    asker = (f"baseline {owner()}" if experiment.is_private() else f"baseline {corpus}")[:LONGEST_NAME]
    seen = _SEEN.get((asker, corpus))
    if seen is None and not is_here(corpus):
        return None
    try:
        if seen is not None and seen.is_live:
            seen = store().run(seen.id)
        if seen is None or seen.state == "lost":
            seen = store().submit(experiment, asker)
    except StoreError:
        _SEEN.pop((asker, corpus), None)
        return None
    _SEEN[asker, corpus] = seen
    return seen


def accuracy(corpus: str) -> float | None:
    """Return the baseline's validation accuracy on a corpus, or None while it is not known."""
    record = _run(corpus)
    return record.result["accuracy"] if record is not None and record.result else None


def metric(corpus: str) -> None:
    """Show the baseline's accuracy on a corpus, or that it is not known yet."""
    record = _run(corpus)
    value, state = "…", "not available"
    if record is not None and record.result:
        value, state = f"{record.result['accuracy']:.1%}", f"fitted in {record.result['seconds']:.1f} s"
    elif record is not None and record.is_live:
        state = "being fitted"
    st.metric(
        f"Baseline to beat ({state})",
        value,
        width="content",
        help="TF-IDF of words and word pairs with logistic regression, measured on the same validation reviews. "
        "It knows which words and pairs occur, and nothing else of their order.",
    )


def await_baseline(corpus: str) -> None:
    """Redraw the page once the baseline on a corpus is known. Call it outside of every fragment.

    It always takes up one place: were there one less, all that comes after it would be drawn twice for a moment.
    """
    record = _run(corpus)
    with st.container():
        if record is not None and record.is_live:
            st.fragment(_look, run_every=LOOK_EVERY)(corpus)


def _look(corpus: str) -> None:
    record = _run(corpus)
    if record is None or not record.is_live:
        st.rerun()
