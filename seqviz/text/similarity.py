"""How alike documents are, and which terms stand out in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, diags


def cosine_similarity(weights: csr_matrix) -> np.ndarray:
    """Return the cosine of the angle between every two rows.

    Args:
        weights: (num_documents, num_terms), >= 0.

    Returns:
        (num_documents, num_documents) float64 from 0 (no term in common) to 1 (same direction). A row of
        zeros has no direction; its similarity, to itself too, is NaN.
    """
    norms = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    inverse = np.divide(1, norms, out=np.zeros_like(norms), where=norms > 0)
    scaled = diags(inverse) @ weights
    similarity = np.clip((scaled @ scaled.T).toarray(), 0, 1)
    similarity[norms == 0] = similarity[:, norms == 0] = np.nan
    return similarity


def top_terms(
    weights: csr_matrix, terms: Sequence[str], document: int, num_terms: int = 5
) -> list[tuple[str, float]]:
    """Return a document's heaviest terms with their weights; ties in alphabetical order, zeros left out."""
    row = weights[document]
    entries = [
        (terms[column], float(weight))
        for column, weight in zip(row.indices, row.data, strict=True)
        if weight > 0
    ]
    return sorted(entries, key=lambda entry: (-entry[1], entry[0]))[:num_terms]
