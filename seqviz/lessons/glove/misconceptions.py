"""What is often said of GloVe, and what is so."""

from __future__ import annotations

from seqviz.lessons.glove.empty_cells import empty_share_of_world

#: GloVe's vectors after training are the sum of both sets, as its paper proposes.
TWO_SETS = (
    "GloVe learns one vector for each word.",
    "It learns two, as word2vec does: one for the word as the row, one for it as the column. Its paper adds the two "
    "up for use.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [_factorises(), TWO_SETS]


def _factorises() -> tuple[str, str]:
    return (
        "GloVe factorises the co-occurrence matrix.",
        "It fits the *logarithms* of its entries above 0, each with a weight, plus two biases. Cells "
        f"with 0 are left out, {empty_share_of_world():.0%} of them in the small world, 75 to 95% "
        "in the matrices of Pennington et al.: that two words never meet teaches it nothing. On a small text "
        "that can be a loss: train with something added to every count, and compare the analogies.",
    )
