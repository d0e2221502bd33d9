"""Who reads a text in the lesson on bags: two bags of words, and the recurrent net that comes with the app."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from seqviz.corpora.reviews import SIZES, review_corpus
from seqviz.text.baseline import Baseline, fit_baseline
from seqviz.text.intervals import share_interval
from seqviz.ui.sentences.readers import bundled

READERS = ("a bag of words", "a bag of words and pairs", "the recurrent net")


@st.cache_resource(max_entries=1, show_spinner="Fitting the bags …")
def bag_readers() -> tuple[Baseline, Baseline]:
    """Return the classifiers of words, and of words and pairs, fitted on the bundled reviews."""
    train = review_corpus().train
    return (
        fit_baseline(train.texts, train.labels, longest=1),
        fit_baseline(train.texts, train.labels, longest=2),
    )


def probabilities(texts: Sequence[str]) -> np.ndarray:
    """Return what each of `READERS` says of some texts, (num_readers, num_texts): probability of positive."""
    net = bundled().reader
    by_net = net.positive_of_each([net.encode(text) for text in texts])
    return np.array([*(bag.positive_probability(texts) for bag in bag_readers()), by_net])


@st.cache_data(max_entries=1, show_spinner=False)
def accuracies() -> list[float]:
    """Return each reader's accuracy on the bundled reviews kept apart for the test, (num_readers,)."""
    test = review_corpus().test
    assert test is not None
    return [float(np.mean((row >= 0.5) == test.labels.astype(bool))) for row in probabilities(test.texts)]


def accuracies_in_words() -> str:
    """Write each reader's accuracy on the test reviews, with its interval."""
    number = SIZES["test"]
    found = []
    for name, score in zip(READERS, accuracies(), strict=True):
        between = share_interval(round(score * number), number)
        found.append(f"{name} {score:.1%} ({between.low:.1%} to {between.high:.1%})")
    return (
        f"{number:,} bundled test reviews, whose class depends on word order, their accuracies are: "
        f"{', '.join(found)}; in brackets the 95% interval for that many reviews."
    )
