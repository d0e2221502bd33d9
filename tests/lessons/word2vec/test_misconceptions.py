from __future__ import annotations

import itertools

from seqviz.corpora.world import world_sentences
from seqviz.lessons.word2vec.misconceptions import NUM_COUNTED, examples_of_small_world, misconceptions
from seqviz.text.tokens import words


def test_examples_are_counted_as_a_training_draws_them():
    """Of a reach drawn evenly from 1 to 4, the mean over all four reaches of the pairs that it gives."""
    positions, pairs = examples_of_small_world()
    lengths = [
        len(words(sentence)) for sentence in itertools.islice(world_sentences(NUM_COUNTED), NUM_COUNTED)
    ]
    counted = [
        sum(min(reach, place) + min(reach, length - 1 - place) for place in range(length))
        for length in lengths
        for reach in (1, 2, 3, 4)
    ]
    assert positions == sum(lengths)
    assert abs(pairs - sum(counted) / 4) < 1e-6 * pairs
    assert f"CBOW {positions:,} predictions and skip-gram about {pairs:,.0f}" in misconceptions()[-1][1]
