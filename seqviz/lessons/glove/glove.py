"""GloVe on a page: the matrix of one's own sentences, the weight, one term of the objective."""

from __future__ import annotations

import functools

import numpy as np
import pandas as pd
import streamlit as st
from scipy.sparse import csr_array

from seqviz.embeddings.cooccurrence import cooccurrence_of_sentences
from seqviz.embeddings.glove import train_glove
from seqviz.embeddings.glove_objective import GloveConfig, GloveModel, weight
from seqviz.embeddings.progress import VectorsDivergedError
from seqviz.figures.glove import cooccurrence_heatmap, weight_curve
from seqviz.lessons.glove.glove_fit import fit_part
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.more_settings import more_settings
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Flag, Number, Text
from seqviz.ui.state.session import held

SENTENCES = Text("sentences", "I enjoy flying .\nI like NLP .\nI like deep learning .", 600)
WINDOW = Number("meeting_window", 1, 10, 1, 1)
WEIGHTED = Flag("by_distance", False)
CELL = Text("cell", "I like", 60)
X_MAX = Number("x_max", 1.0, 200.0, 100.0, 1.0)
ALPHA = Number("alpha", 0.25, 1.5, 0.75, 0.05)
STEPS = Number("glove_epochs", 0, 400, 100, 10)
GLOVE_RATE = Number("glove_rate", 0.01, 1.0, 0.2, 0.01)
GLOVE_DIM = Number("glove_dim", 2, 20, 4, 1)
ADDED = Number("added", 0.0, 1.0, 0.0, 0.1)
SETTINGS = (SENTENCES, WINDOW, WEIGHTED, CELL, X_MAX, ALPHA, ADDED, STEPS, GLOVE_RATE, GLOVE_DIM)
MOST_WORDS = 30


@st.fragment
def glove_part() -> None:
    """Draw the co-occurrence matrix of a person's sentences and all that GloVe does with it."""
    st.subheader("GloVe: fit the logarithm of how often words meet")
    text = controls.passage(SENTENCES, "Sentences, one a line; words separated by spaces")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        window = controls.slider(WINDOW, "Window")
        by_distance = controls.flag(WEIGHTED, "Count a pair d words apart as 1/d")
        cell = controls.line(CELL, "A cell: two words")
    sentences, vocabulary = _read(text)
    if not 2 <= len(vocabulary) <= MOST_WORDS:
        st.info(f"Between 2 and {MOST_WORDS} different words are needed, not {len(vocabulary)}.")
        return
    counts = cooccurrence_of_sentences(sentences, vocabulary, window, by_distance)
    row, column = _cell(cell, vocabulary)
    frame.figure(
        cooccurrence_heatmap(counts, vocabulary, (row, column)),
        key="cooccurrence",
        how_to_read="Each number says how often the row's word stands within the window of the column's "
        f"word; the matrix is symmetric. {zeros_in_words(counts)}, and GloVe does not look at those unless "
        "something is added to every count. Click a cell to frame it, or name its two words above.",
        on_click=functools.partial(_choose_cell, vocabulary),
    )
    _training(counts, vocabulary, row, column)


def _read(text: str) -> tuple[list[list[str]], list[str]]:
    """Return a text's sentences, one a line, and its different words as they first come."""
    sentences = [line.split() for line in text.splitlines() if line.split()]
    return sentences, list(dict.fromkeys(token for tokens in sentences for token in tokens))


def counted_on_screen() -> tuple[list[str], np.ndarray]:
    """Return the words of the sentences on the screen and how often they meet, (num_words, num_words)."""
    sentences, vocabulary = _read(page_state.usable(SENTENCES))
    if not 2 <= len(vocabulary) <= MOST_WORDS:
        return [], np.zeros((0, 0))
    window, by_distance = page_state.usable(WINDOW), page_state.usable(WEIGHTED)
    return vocabulary, cooccurrence_of_sentences(sentences, vocabulary, window, by_distance)


def _choose_cell(vocabulary: list[str]) -> None:
    """Take the cell that was clicked; its point's number counts the cells row by row."""
    for number in held("cooccurrence").selection.point_indices[:1]:
        row, column = divmod(number, len(vocabulary))
        page_state.put(CELL, f"{vocabulary[row]} {vocabulary[column]}")


def _cell(cell: str, vocabulary: list[str]) -> tuple[int, int]:
    words = cell.split()
    found = [vocabulary.index(word) for word in words[:2] if word in vocabulary]
    if len(found) != 2:
        st.caption(
            "The cell needs two words of the sentences, as they are written; the first two words are taken."
        )
        return 0, 1
    return found[0], found[1]


def _training(counts: np.ndarray, vocabulary: list[str], row: int, column: int) -> None:
    config, epochs = _settings()
    count = float(counts[row, column]) + config.pseudocount
    left, right = st.columns(2)
    with left:
        _weight(count, config)
    with right:
        model = _trained(counts, config, epochs)
        if model is not None:
            fit_part(counts + config.pseudocount, vocabulary, model, config, epochs)
    if model is not None:
        _term(model, (row, column), count, config)


def _settings() -> tuple[GloveConfig, int]:
    """Draw the controls; return the settings they make, and the epochs asked for, which may be 0."""
    with st.container(horizontal=True):
        x_max = controls.slider(X_MAX, "x_max")
        alpha = controls.slider(ALPHA, "Exponent α")
        epochs = controls.slider(STEPS, "Epochs of AdaGrad")
    with more_settings(ADDED, GLOVE_RATE, GLOVE_DIM), st.container(horizontal=True):
        added = controls.slider(
            ADDED,
            "Added to every count",
            help="0: empty cells are left out, as GloVe does; above 0 they count too.",
        )
        rate = controls.slider(GLOVE_RATE, "Learning rate")
        dim = controls.slider(GLOVE_DIM, "Numbers per vector")
    config = GloveConfig(
        dim=dim, x_max=x_max, alpha=alpha, pseudocount=added, epochs=max(epochs, 1), learning_rate=rate
    )
    return config, epochs


def _weight(count: float, config: GloveConfig) -> None:
    """Draw how much a cell counts, and mark the chosen one, if its count is above 0."""
    x_max, alpha = config.x_max, config.alpha
    xs = np.linspace(0, max(2 * x_max, count), 200)
    mark = (count, float(weight(np.array(count), x_max, alpha))) if count > 0 else None
    frame.figure(
        weight_curve(xs, weight(xs, x_max, alpha), mark),
        key="weight",
        how_to_read="Rare meetings are mostly chance and count little; beyond x_max all count alike, "
        "so that the most frequent pairs do not drown the rest. f(0) = 0."
        + (f" The mark is the chosen cell, {count:g}." if mark else ""),
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _parameters(counts: np.ndarray, config: GloveConfig, epochs: int) -> tuple[GloveModel, list[float]]:
    model = GloveModel.random(len(counts), config.dim, config.seed)
    losses: list[float] = []
    if epochs:
        for progress, trained in train_glove(csr_array(counts), config):
            model = trained
            losses.append(progress.loss)
    return model, losses


def _trained(counts: np.ndarray, config: GloveConfig, epochs: int) -> GloveModel | None:
    try:
        model, losses = _parameters(counts, config, epochs)
    except (ValueError, VectorsDivergedError) as error:
        st.warning(escaped(str(error)), icon=":material/info:")
        return None
    if losses:
        st.caption(f"J per cell went from {losses[0]:.3g} to {losses[-1]:.3g} in {counted(epochs, 'epoch')}.")
    return model


def _term(model: GloveModel, cell: tuple[int, int], count: float, config: GloveConfig) -> None:
    st.markdown("**The chosen cell's term of the objective, piece by piece**")
    if count == 0:
        st.info(
            "These two words never meet, so their cell has no part in the objective: log 0 is not defined. "
            "With something added to every count it would have one."
        )
        return
    term = model.term(*cell, count, config)
    pieces = {
        "X: how often they meet": term.count,
        "log X": term.log_count,
        "w · c": term.dot,
        "bias b of the word": term.focus_bias,
        "bias d of the context word": term.context_bias,
        "error = w · c + b + d − log X": term.error,
        "weight f(X)": term.weight,
        "term = f(X) · error²": term.loss,
    }
    table = pd.DataFrame({"piece": list(pieces), "value": [round(value, 5) for value in pieces.values()]})
    st.dataframe(table, hide_index=True, key="term_table")


def zeros_in_words(counts: np.ndarray) -> str:
    """Say how many cells of a matrix are 0."""
    empty = int((counts == 0).sum())
    return f"{empty} of {counts.size} cells are 0 ({empty / counts.size:.0%})"
