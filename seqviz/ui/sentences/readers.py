"""Trained sentiment nets ready to read, kept between looks: the bundled one, and those of runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord
from seqviz.ui.runs.trained import BUNDLED, bundled_run, trained
from seqviz.ui.server.engine import store

#: The net that comes with the app and that pages open with.
LSTM = "reviews_lstm"


@dataclass(frozen=True)
class BundledNet:
    """A trained net with what is known of its training.

    Attributes:
        reader: the net, ready to read.
        result: what came out of its run (see `Finished.result`).
        history: what was measured while it trained.
    """

    reader: SentimentReader
    result: dict[str, Any]
    history: History


@st.cache_resource(max_entries=1, show_spinner=False)
def bundled() -> BundledNet:
    """Return the net that comes with the app."""
    run = bundled_run(LSTM)
    return BundledNet(reader(BUNDLED), run.result, run.history)


def reader(run_id: str, step: int | None = None) -> SentimentReader:
    """Return the net of a run, after its last step or at a snapshot's step.

    Args:
        run_id: the run, or BUNDLED.
        step: a step of which the store has a snapshot.

    Raises:
        StoreError: if the run or its weights are gone.
    """
    found: SentimentReader = trained("sentiment", run_id, LSTM, step)
    return found


def describe(experiment: SentimentExperiment) -> str:
    """Name a net in a few words: "LSTM 32, both directions"."""
    sizes = " + ".join(map(str, experiment.hidden_sizes))
    return f"{experiment.cell.upper()} {sizes}{', both directions' if experiment.bidirectional else ''}"


def is_readable(record: RunRecord) -> bool:
    """Tell whether a run is a sentiment net that has ended with learned weights to read, be it by a stop half-way."""
    if record.kind != "sentiment" or record.is_live:
        return False
    if record.state == "finished":
        return True
    return any(kept.step > 0 for kept in store().snapshots(record.id)) and bool(store().extras(record.id))
