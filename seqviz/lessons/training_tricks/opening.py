"""What the first pictures of the lesson on training tricks are there to show."""

from __future__ import annotations

import numpy as np

from seqviz.embeddings.huffman import HuffmanTree
from seqviz.lessons.training_tricks.counts import LOG_T, Kept, kept, lifted_by_noise
from seqviz.lessons.training_tricks.tree import TREE_TEXT, of_text
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening


def _thins_the_frequent(chances: Kept) -> bool:
    """Judge by words of which the most frequent stands first."""
    falls_with_frequency = all((np.diff(each) >= 0).all() for each in (chances.published, chances.by_code))
    most_thinned = chances.by_code[0] < 0.5
    untouched = (chances.by_code == 1) & (chances.published < 1)
    return bool(
        falls_with_frequency
        and most_thinned
        and (chances.by_code >= chances.published).all()
        and untouched.any()
    )


def _lifts_the_rare(lifted: np.ndarray) -> bool:
    """Judge by how many times as often as it occurs each word is drawn, the most frequent first."""
    return bool(lifted[0] < 1 < lifted[-1] and (np.diff(lifted) > 0).all())


def _frequent_near_the_root(tree: HuffmanTree) -> bool:
    counts, depths = tree.weights[: tree.num_words], tree.depths()
    more_frequent = counts[:, None] > counts[None, :]
    in_order = (depths[:, None] <= depths[None, :]) | ~more_frequent
    return bool(more_frequent.any() and in_order.all() and 2 * tree.mean_depth() < tree.num_words)


THINS_THE_FREQUENT = PictureClaim(
    "The more frequent a word, the fewer of its occurrences are kept, of the most frequent less than half; the C code "
    "keeps no fewer than the published formula, and words whole that this thins.",
    _thins_the_frequent,
)
LIFTS_THE_RARE = PictureClaim(
    "As noise the most frequent word is drawn less often than it occurs, and the rarer a word the more it is lifted.",
    _lifts_the_rare,
)
FREQUENT_NEAR_THE_ROOT = PictureClaim(
    "No word hangs lower in the tree than a rarer one, and a word of running text takes less than half as many turns "
    "as there are words.",
    _frequent_near_the_root,
)

OPENINGS = (
    Opening(THINS_THE_FREQUENT, lambda: kept(10**LOG_T.default)),
    Opening(LIFTS_THE_RARE, lifted_by_noise),
    Opening(FREQUENT_NEAR_THE_ROOT, lambda: HuffmanTree.from_counts(of_text(TREE_TEXT.default).counts)),
)
