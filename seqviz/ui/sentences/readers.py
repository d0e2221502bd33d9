"""Trained sentiment nets ready to read, kept between looks: those that come with the app, and those of runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.export.kept_runs import WITH_THE_APP
from seqviz.models.cells.registry import Cell
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord
from seqviz.ui.runs.trained import BUNDLED, bundled_run, trained
from seqviz.ui.server.engine import store

#: The net that BUNDLED stands for: what the defaults of *Sentiment* make of the generated reviews.
LSTM = "reviews_lstm"
#: The net that pages open with: it has learned from real reviews, and answers from its last state, so its answer
#: after a token is what it would say had the text ended there.
OPENS_WITH = "imdb-lstm-last"


@dataclass(frozen=True)
class BundledNet:
    """A trained net with what is known of its training.

    Attributes:
        reader: the net, ready to read.
        result: what came out of its run (see `Finished.result`).
        history: what was measured while it trained.
        corpus: what it noted of the reviews: see `experiments.sentiment.train.describe`.
    """

    reader: SentimentReader
    result: dict[str, Any]
    history: History
    corpus: dict[str, Any]


def bundled() -> BundledNet:
    """Return the net that comes with the app and has learned from the generated reviews."""
    return with_the_app(BUNDLED)


@st.cache_resource(max_entries=8, show_spinner=False)
def with_the_app(net_id: str) -> BundledNet:
    """Return a net that comes with the app.

    Args:
        net_id: BUNDLED, or the net's name.
    """
    run = bundled_run(LSTM if net_id == BUNDLED else net_id)
    corpus = next(note.content for note in run.notes if note.topic == "corpus")
    return BundledNet(reader(net_id), run.result, run.history, corpus)


def names_with_the_app(cell: Cell | None = None) -> list[str]:
    """Return the ids of the nets that come with the app and have learned from real reviews, the best known first.

    Args:
        cell: only nets of this one; None for all.
    """
    found = WITH_THE_APP.items()
    return [
        name
        for name, made in found
        if isinstance(made, SentimentExperiment) and made.corpus == "imdb" and cell in (None, made.cell)
    ]


def reader(run_id: str, step: int | None = None) -> SentimentReader:
    """Return the net of a run, after its last step or at a snapshot's step.

    Args:
        run_id: the run, BUNDLED, or the name of a net that comes with the app.
        step: a step of which the store has a snapshot.

    Raises:
        StoreError: if the run or its weights are gone.
    """
    found: SentimentReader = trained("sentiment", run_id, LSTM, step)
    return found


def describe(experiment: SentimentExperiment) -> str:
    """Name a net in a few words: "LSTM 32, both directions", "LSTM 32, last state"."""
    sizes = " + ".join(map(str, experiment.hidden_sizes))
    both = ", both directions" if experiment.bidirectional else ""
    return f"{experiment.cell.upper()} {sizes}{both}{', last state' if experiment.pooling == 'last' else ''}"


def is_readable(record: RunRecord) -> bool:
    """Tell whether a run is a sentiment net that has ended with learned weights to read, be it by a stop half-way."""
    if record.kind != "sentiment" or record.is_live:
        return False
    if record.state == "finished":
        return True
    return any(kept.step > 0 for kept in store().snapshots(record.id)) and bool(store().extras(record.id))
