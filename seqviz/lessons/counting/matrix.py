"""The lesson on counting: its controls and the document-term matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd
import streamlit as st
from scipy.sparse import csr_matrix

from seqviz.lessons.counting.documents import DOCUMENTS, OWN
from seqviz.text.counts import CountMatrix, count_terms, terms_of
from seqviz.text.weighting import WEIGHTINGS, Weighting, weigh
from seqviz.ui import controls
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Number, Text
from seqviz.ui.state.session import held
from seqviz.ui.texts.counted import counted_terms
from seqviz.ui.texts.source import corpus_setting

COLUMNS = 40  # terms shown at once
DOWNLOADED = 5_000  # terms up to which a download holds all
LABEL = 28  # characters of a document in its label
WEIGHTING = Choice("weighting", tuple(WEIGHTINGS), "textbook", lambda name: WEIGHTINGS[cast(Weighting, name)])
SHORTEST = Number("n_from", 1, 3, 1, 1)
LONGEST = Number("n_to", 1, 3, 1, 1)
DOCUMENT = Number("document", 1, 1_000_000, 1, 1)
TERM = Text("term", "came", 200)


@dataclass(frozen=True)
class Counted:
    """Documents with their matrix under the chosen weighting.

    Attributes:
        texts: the documents.
        matrix: their counts.
        weights: the counts weighed, (num_documents, num_terms).
        weighting: which formula was taken.
    """

    texts: Sequence[str]
    matrix: CountMatrix
    weights: csr_matrix
    weighting: Weighting

    @property
    def zero_share(self) -> float:
        """Share of the cells whose weight is 0, from 0 to 1."""
        return 1 - self.weights.count_nonzero() / (self.weights.shape[0] * self.weights.shape[1])

    def label(self, document: int) -> str:
        """Name a document by its number and its beginning."""
        text = self.texts[document]
        return f"{document + 1}: {text[:LABEL]}{'…' if len(text) > LABEL else ''}"


def settings() -> tuple[Choice | Number[int] | Text, ...]:
    """Return what the address may hold of the lesson."""
    return (DOCUMENTS, OWN, corpus_setting(), WEIGHTING, SHORTEST, LONGEST, DOCUMENT, TERM)


def choose_counting() -> tuple[Weighting, int, int]:
    """Draw the choice of weighting and n-grams; return it with the least and the greatest n."""
    left, middle, right = st.columns([2, 1, 1])
    with left:
        weighting = controls.choice(WEIGHTING, "A cell holds")
    with middle:
        shortest = controls.number(SHORTEST, "n-grams from")
    with right:
        longest = controls.number(LONGEST, "to n =")
    if shortest > longest:
        st.info(
            f"From {shortest} to {longest} is no range; {shortest}-grams are counted.", icon=":material/info:"
        )
    return cast(Weighting, weighting), shortest, max(shortest, longest)


def count_documents(
    texts: Sequence[str], weighting: Weighting, shortest: int, longest: int
) -> Counted | None:
    """Count the documents that were written; None (and a sentence) where they hold nothing to count."""
    matrix = count_terms(texts, shortest, longest)
    if not matrix.terms:
        what = "word" if shortest == 1 else f"run of {shortest} words"
        st.info(f"No document contains a {what} yet. Type one above.", icon=":material/edit:")
        return None
    return Counted(texts, matrix, weigh(matrix, weighting), weighting)


def choose_document(counted: Counted) -> int:
    """Let a person choose a document by its number; return its row, 0 the first."""
    number = controls.number(DOCUMENT, f"Document to look into, 1 to {len(counted.texts):,}")
    return min(number, len(counted.texts)) - 1


def show_matrix(counted: Counted, documents: Sequence[int]) -> None:
    """Draw some rows of the matrix; a click on a cell chooses its document and term.

    Args:
        counted: the documents.
        documents: which rows, 0 the first.
    """
    rows = counted.weights[list(documents)]
    columns = _columns(counted, rows)
    shown = pd.DataFrame(
        rows[:, columns].toarray(),
        index=[counted.label(document) for document in documents],
        columns=[counted.matrix.terms[column] for column in columns],
    )
    st.dataframe(
        shown.style.format(_format(counted.weighting)).map(
            _ground, largest=float(shown.to_numpy().max(initial=0))
        ),
        key="matrix",
        on_select=lambda: _choose_cell(documents),
        selection_mode="single-cell",
        width="stretch",
    )
    _how_to_read(counted, len(columns))
    _offer_download(counted, documents, columns)


def _how_to_read(counted: Counted, num_columns: int) -> None:
    num_documents, num_terms = counted.weights.shape
    left_out = (
        f"Shown: the {num_columns} heaviest terms of these rows."
        if num_columns < num_terms
        else "The terms are in order of first occurrence."
    )
    st.markdown(
        f"**How to read it.** A row is a document, a column a term, a cell how much of the term is in the document: "
        f"{WEIGHTINGS[counted.weighting]}. {num_documents:,} × {num_terms:,} cells, "
        f"**{counted.zero_share:.1%}** of them 0. {counted_terms()} {left_out} "
        "Click a cell to see how it is calculated."
    )


def _offer_download(counted: Counted, documents: Sequence[int], columns: np.ndarray) -> None:
    """Offer the rows with all their terms, or with those that are shown where there are very many."""
    num_terms = len(counted.matrix.terms)
    kept = np.arange(num_terms) if len(columns) < num_terms <= DOWNLOADED else columns
    table = pd.DataFrame(
        counted.weights[list(documents)][:, kept].toarray(),
        index=[counted.texts[document] for document in documents],
        columns=[counted.matrix.terms[column] for column in kept],
    )
    st.download_button(
        "These rows as CSV", table.to_csv(), "seqviz-documents.csv", "text/csv", icon=":material/download:"
    )


def _columns(counted: Counted, rows: csr_matrix) -> np.ndarray:
    """Return the columns to show, in order: all if they are few, else the heaviest that are not 0."""
    totals = np.asarray(rows.sum(axis=0)).ravel()
    if len(totals) <= COLUMNS:
        return _as_they_come(counted)
    heaviest = np.argsort(-totals, kind="stable")[:COLUMNS]
    return np.sort(heaviest[totals[heaviest] > 0])


def _as_they_come(counted: Counted) -> np.ndarray:
    """Return all columns in the order in which their terms first come in the documents."""
    texts = [f" {' '.join(terms_of(text))} " for text in counted.texts]

    def first(column: int) -> tuple[int, int]:
        term = f" {counted.matrix.terms[column]} "
        return next((row, text.index(term)) for row, text in enumerate(texts) if term in text)

    return np.array(sorted(range(len(counted.matrix.terms)), key=first))


def _format(weighting: Weighting) -> str:
    return "{:.0f}" if weighting == "counts" else "{:.4f}"


def _ground(value: float, largest: float) -> str:
    return f"background-color: rgba(35, 167, 116, {0.6 * value / largest:.2f})" if value > 0 else ""


def _choose_cell(documents: Sequence[int]) -> None:
    cells = held("matrix").selection.cells
    if cells:
        row, term = cells[0]
        page_state.put(DOCUMENT, documents[row] + 1)
        page_state.put(TERM, term)
