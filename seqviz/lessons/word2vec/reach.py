"""How far the words of a sentence look while word2vec trains: not always as far as the window goes."""

from __future__ import annotations

import numpy as np

from seqviz.embeddings.windows import expected_pairs, pairs_of_reaches, windows


def drawn_reach_in_words(num_tokens: int, window: int) -> str:
    """Say how many neighbours a pass of the training really sees, where it draws each position's reach."""
    whole = sum(len(view.context) for view in windows(num_tokens, window))
    if window == 1 or not whole:
        return ""
    drawn = pairs_of_reaches(np.random.default_rng(0).integers(1, window + 1, num_tokens).tolist())
    return (
        f"Training draws the reach again for each position, from 1 to {window}, so that near words count more: of "
        f"these {whole} pairs of a focus word and a neighbour it sees **{expected_pairs(num_tokens, window):.1f}** "
        f"in a pass on average, {drawn} in one such draw. Frequent words are thinned out first, too."
    )
