"""What the matrix that the lesson on counting opens with is there to show."""

from __future__ import annotations

from typing import cast

from seqviz.lessons.counting.documents import DOCUMENTS, TABLES
from seqviz.lessons.counting.matrix import LONGEST, SHORTEST, WEIGHTING, Counted, count_documents
from seqviz.runs.picture_claim import PictureClaim
from seqviz.text.weighting import Weighting
from seqviz.ui.opening import Opening


def _first_matrix() -> Counted:
    texts, weighting = TABLES[DOCUMENTS.default], cast(Weighting, WEIGHTING.default)
    counted = count_documents(texts, weighting, SHORTEST.default, LONGEST.default)
    assert counted is not None, "the first documents hold words"
    return counted


def _shared_weighs_nothing(counted: Counted) -> bool:
    counts, weights = counted.matrix.counts.toarray(), counted.weights.toarray()  # (num_documents, num_terms)
    shared = (counts > 0).all(axis=0)
    most_frequent = counts.sum(axis=0).argmax()
    return bool(
        shared[most_frequent] and not weights[:, shared].any() and (weights[:, ~shared].max(axis=0) > 0).all()
    )


SHARED_WEIGHS_NOTHING = PictureClaim(
    "The most frequent term stands in every document and weighs nothing; each term that does not, weighs something.",
    _shared_weighs_nothing,
)

OPENINGS = (Opening(SHARED_WEIGHS_NOTHING, _first_matrix),)
