import numpy as np
import pytest

from seqviz.claims.readings.unseen import CHANGES
from seqviz.embeddings.fasttext import vector_of_any_word
from seqviz.lessons.subwords.changes import found_in_words, placed
from seqviz.lessons.subwords.fasttext import CONFIG
from seqviz.ui.vectors.source import bundled


@pytest.mark.parametrize("change", CHANGES)
def test_the_place_of_an_original_is_that_of_a_search_word_by_word(change):
    learned = bundled("world_fasttext")
    pairs, places = placed(change, 1)
    for (changed, original), place in list(zip(pairs, places, strict=True))[::60]:
        composed = vector_of_any_word(changed, learned.vectors.words, learned.weights["table"], CONFIG)
        nearest = [near.word for near in learned.vectors.nearest_to(composed, len(learned.vectors))]
        assert nearest.index(original) == place


def test_originals_are_counted_among_the_nearest():
    said = found_in_words("swap", np.array([0, 0, 4, 5]))
    assert "Of 4 words" in said and "**75%**" in said and "50% have it as the nearest" in said
