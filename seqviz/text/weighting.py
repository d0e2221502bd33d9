"""TF-IDF: counts weighed by how rare a term is, in two formulas that both go by the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.sparse import csr_matrix, diags

from seqviz.text.counts import CountMatrix

Weighting = Literal["counts", "textbook", "smooth"]
WEIGHTINGS: dict[Weighting, str] = {
    "counts": "Counts",
    "textbook": "TF-IDF, textbook",
    "smooth": "TF-IDF, scikit-learn",
}


def weigh(matrix: CountMatrix, weighting: Weighting) -> csr_matrix:
    """Return the matrix under a weighting, (num_documents, num_terms) float64, sparse."""
    if weighting == "textbook":
        return textbook_tf_idf(matrix)
    return smooth_tf_idf(matrix) if weighting == "smooth" else matrix.counts.astype(np.float64)


def textbook_tf_idf(matrix: CountMatrix) -> csr_matrix:
    """Weigh counts by tf * idf with tf = count / length and idf = ln(N / df).

    A term that stands in every document weighs 0: it sets none of them apart.

    Source: Salton and Buckley 1988; Sparck Jones 1972 for the idf.
    """
    scale = diags(1 / np.maximum(matrix.lengths, 1))
    return csr_matrix(scale @ matrix.counts @ diags(textbook_idf(matrix)))


def textbook_idf(matrix: CountMatrix) -> np.ndarray:
    """Return ln(N / df) for each term, (num_terms,), no unit, >= 0."""
    return np.log(matrix.counts.shape[0] / matrix.document_frequencies)


def smooth_tf_idf(matrix: CountMatrix) -> csr_matrix:
    """Weigh counts by count * (ln((1 + N) / (1 + df)) + 1), then scale each row to length 1.

    Source: scikit-learn's TfidfTransformer with its defaults (smooth_idf=True, norm="l2").
    """
    weighted = matrix.counts.astype(np.float64)
    weighted.data *= smooth_idf(matrix)[weighted.indices]
    weighted.data /= np.repeat(_norms(weighted), np.diff(weighted.indptr))
    return weighted


def smooth_idf(matrix: CountMatrix) -> np.ndarray:
    """Return ln((1 + N) / (1 + df)) + 1 for each term, (num_terms,), no unit, >= 1."""
    return np.log((1 + matrix.counts.shape[0]) / (1 + matrix.document_frequencies)) + 1


def _norms(weighted: csr_matrix) -> np.ndarray:
    """Euclidean length of each row, (num_rows,)."""
    rows = np.repeat(np.arange(weighted.shape[0]), np.diff(weighted.indptr))
    return np.sqrt(np.bincount(rows, weighted.data**2, minlength=weighted.shape[0]))


@dataclass(frozen=True)
class Cell:
    """One cell of the matrix with everything that its weight is made of.

    Attributes:
        term: the column.
        document: the row, 0 the first.
        count: how often the term comes in the document.
        length: terms in the document.
        num_documents: N.
        document_frequency: df, documents that hold the term.
        tf: count / length (textbook) or the count (smooth).
        idf: ln(N / df) (textbook) or ln((1 + N) / (1 + df)) + 1 (smooth).
        product: tf * idf.
        norm: the length of the row of products, by which it is divided; 1 under the textbook formula.
        weight: product / norm.
    """

    term: str
    document: int
    count: int
    length: int
    num_documents: int
    document_frequency: int
    tf: float
    idf: float
    product: float
    norm: float
    weight: float


def unfold(matrix: CountMatrix, document: int, term: str, weighting: Literal["textbook", "smooth"]) -> Cell:
    """Calculate one cell's weight step by step.

    Raises:
        ValueError: if the term has no column.
    """
    if term not in matrix.terms:
        raise ValueError(f"no document holds the term {term!r}")
    column = matrix.terms.index(term)
    count = int(matrix.counts[document, column])
    length = int(matrix.lengths[document])
    row = matrix.counts[document]
    if weighting == "textbook":
        tf, idf, norm = count / max(length, 1), float(textbook_idf(matrix)[column]), 1.0
    else:
        idfs = smooth_idf(matrix)
        tf, idf = float(count), float(idfs[column])
        norm = float(np.sqrt(np.sum((row.data * idfs[row.indices]) ** 2))) or 1.0
    frequency = int(matrix.document_frequencies[column])
    num_documents = matrix.counts.shape[0]
    product = tf * idf
    return Cell(
        term, document, count, length, num_documents, frequency, tf, idf, product, norm, product / norm
    )
