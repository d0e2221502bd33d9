"""The net of CBOW drawn with trained numbers: the mean of the context words' rows predicts the word in their midst."""

from __future__ import annotations

import numpy as np
import streamlit as st
from scipy.special import softmax

from seqviz.figures.network import cbow_network
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.state.address import Text
from seqviz.ui.vectors.source import bundled

CONTEXT = Text("context", "is the capital of", 120)
MOST_CONTEXT = 8  # two windows of four words, as the net was trained
MOST_SHOWN = 16


def cbow_part() -> None:
    """Draw the net for some context words."""
    learned = bundled("world_cbow")
    context = learned.vectors.known(controls.line(CONTEXT, "Context words").split())[:MOST_CONTEXT]
    if not context:
        st.info(
            "The small world knows none of these words; try *is the capital of* or *dog barks at*.",
            icon=":material/edit:",
        )
        return
    rows = learned.vectors.rows(context)
    mean, probabilities = predicted(learned.vectors.vectors[rows], learned.weights["outputs"])
    shown = [*dict.fromkeys(rows), *(k for k in np.argsort(-probabilities).tolist() if k not in rows)]
    shown = shown[:MOST_SHOWN]
    words = [learned.vectors.words[k] for k in shown]
    frame.figure(
        cbow_network(
            words, [shown.index(k) for k in rows], learned.vectors.vectors[rows], probabilities[shown]
        ),
        key="cbow_network",
        how_to_read=f"Left, one column for each of {counted(len(context), 'context word')}: its 1 picks a row of the "
        "table, which is drawn as a column beside. *The hidden layer is the mean of these rows*, so the order of the "
        "context words is lost. Right, its dot products with every output vector, through a softmax, for the context "
        "words and those with the largest outputs. The net was trained by negative sampling, without the softmax: "
        "take the bars as an order.",
    )


def predicted(vectors: np.ndarray, outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Predict the word in the midst of some context words.

    Args:
        vectors: (num_context, dim), the context words' input vectors.
        outputs: (num_words, dim), the output vectors of all words.

    Returns:
        The hidden layer, (dim,), and the probability of each word, (num_words,).
    """
    mean = vectors.mean(axis=0)
    return mean, softmax(outputs @ mean)
