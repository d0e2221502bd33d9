"""Where papers of the LSTM era stand on IMDB's test reviews, with one's own nets among them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from seqviz.corpora.published import IMDB_RESULTS, NUM_TEST_REVIEWS
from seqviz.runs.store.records import RunRecord
from seqviz.text.intervals import difference_interval
from seqviz.ui.runs import names as run_names


def own_results(runs: Sequence[RunRecord]) -> list[tuple[str, float]]:
    """Return (name, test accuracy) of the runs that learned from IMDB and were measured on its test reviews."""
    measured = [
        run
        for run in runs
        if run.result and "test_accuracy" in run.result and "imdb" in Path(run.config["corpus"]).name.lower()
    ]
    titles = run_names.names(measured)
    return [(titles[run.id], run.result["test_accuracy"]) for run in measured if run.result]


def published_table(own: Sequence[tuple[str, float]]) -> None:
    """Show the accuracies that papers report on IMDB with one's own nets in their places.

    Args:
        own: (name, test accuracy) of one's own IMDB runs.
    """
    rows: list[tuple[str, float, str, str | None]] = [
        (entry.model, entry.accuracy, entry.paper, entry.link) for entry in IMDB_RESULTS
    ]
    rows += [(name, accuracy, "this app", None) for name, accuracy in own]
    table = pd.DataFrame(
        sorted(rows, key=lambda row: -row[1]), columns=["model", "accuracy", "source", "paper"]
    )
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        column_config={
            "accuracy": st.column_config.NumberColumn("accuracy on IMDB's test reviews", format="percent"),
            "paper": st.column_config.LinkColumn("paper", display_text="open"),
        },
    )
    st.caption(_scope_of_published(bool(own)))


def _scope_of_published(any_own: bool) -> str:
    right = round(IMDB_RESULTS[0].accuracy * NUM_TEST_REVIEWS)
    chance = difference_interval((right, NUM_TEST_REVIEWS), (right, NUM_TEST_REVIEWS))
    own = (
        ""
        if any_own
        else " Of your own nets, those trained on IMDB and measured on its test reviews are listed."
    )
    return (
        f"Papers from 2016 to 2018, when LSTMs led this list; models trained on far more text have passed them since. "
        f"All are measured on the {NUM_TEST_REVIEWS:,} test reviews, on which two equally good nets may "
        f"differ by {100 * chance.high:.1f} points by chance.{own}"
    )
