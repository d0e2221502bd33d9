"""The baseline beside every net, on the same reviews; fitted once by a worker and shared by all."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.server.engine import store
from seqviz.ui.state.address_check import say_again
from seqviz.ui.state.session import owner
from seqviz.ui.texts.corpora import is_here

LOOK_EVERY = 1.0  # seconds
LONGEST_NAME = 64


#: Settings that a net and the baseline beside it share.
SHARED = ("corpus", "num_train", "cleaning", "seed")
#: (who asks, baseline) -> its run as it was last seen: asking the store writes, at every click of anyone.
_SEEN: dict[tuple[str, BaselineExperiment], RunRecord] = {}


def beside(experiment: SentimentExperiment) -> BaselineExperiment:
    """Return the baseline that learns from the very reviews of a net; where all are taken, the seed draws none."""
    shared = {name: getattr(experiment, name) for name in SHARED}
    return BaselineExperiment(**shared | {"seed": experiment.seed if experiment.num_train else 0})


def _run(experiment: BaselineExperiment) -> RunRecord | None:
    """Return a baseline's run, asked for now if nobody has before; None if it cannot be had."""
    corpus = experiment.corpus
    asker = (f"baseline {owner()}" if experiment.is_private() else f"baseline {corpus}")[:LONGEST_NAME]
    seen = _SEEN.get((asker, experiment))
    if seen is None and not is_here(corpus):
        return None
    try:
        if seen is not None and seen.is_live:
            seen = store().run(seen.id)
        if seen is None or seen.state == "lost":
            seen = store().submit(experiment, asker)
    except StoreError:
        _SEEN.pop((asker, experiment), None)
        return None
    _SEEN[asker, experiment] = seen
    return seen


def accuracy(experiment: BaselineExperiment) -> float | None:
    """Return a baseline's validation accuracy, or None while it is not known."""
    record = _run(experiment)
    return record.result["accuracy"] if record is not None and record.result else None


def metric(experiment: BaselineExperiment) -> None:
    """Show a baseline's accuracy, or that it is not known yet."""
    record = _run(experiment)
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


def await_baseline(experiment: BaselineExperiment) -> None:
    """Redraw the page once a baseline is known. Call it outside of every fragment.

    It always takes up one place: were there one less, all that comes after it would be drawn twice for a moment.
    """
    record = _run(experiment)
    with st.container():
        if record is not None and record.is_live:
            st.fragment(_look, run_every=LOOK_EVERY)(experiment)


def _look(experiment: BaselineExperiment) -> None:
    record = _run(experiment)
    if record is None or not record.is_live:
        say_again()
        st.rerun()
