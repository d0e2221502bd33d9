import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.corpora.world import world_sentences
from seqviz.embeddings.company import likeness_of_company, meetings, second_order
from seqviz.embeddings.space import WordVectors

WORDS = ("a", "b", "c", "d")
SENTENCES = st.lists(st.lists(st.sampled_from([*WORDS, "unknown"]), max_size=5), min_size=1, max_size=6)


@given(sentences=SENTENCES)
def test_meetings_and_likeness_are_those_of_a_plain_count(sentences):
    counted = {
        (one, other): sum(one in sentence and other in sentence for sentence in sentences)
        for one, other in itertools.permutations(WORDS, 2)
    }
    together = meetings(sentences, WORDS)
    assert {pair: together[WORDS.index(pair[0]), WORDS.index(pair[1])] for pair in counted} == counted
    likeness = likeness_of_company(together)
    for one, other in itertools.product(WORDS, repeat=2):
        rows = [{w: counted.get((word, w), 0) for w in WORDS} for word in (one, other)]
        sums = [max(sum(row.values()), 1) for row in rows]
        expected = sum(math.sqrt(rows[0][w] / sums[0] * rows[1][w] / sums[1]) for w in WORDS)
        assert likeness[WORDS.index(one), WORDS.index(other)] == pytest.approx(expected, abs=1e-6)


def test_words_of_like_company_are_told_from_the_others():
    """a and b never meet and both meet c; d meets nobody."""
    vectors = WordVectors(WORDS, np.array([[1, 0.1], [1, 0.0], [0, 1], [-1, 0.0]], np.float32))
    found = second_order(vectors, [{"a", "c"}, {"b", "c"}, {"d"}])
    assert (found.num_pairs, found.num_never) == (6, 4)
    assert found.alike == pytest.approx(vectors.similarity("a", "b"))
    cosines = [vectors.similarity(one, other) for one, other in itertools.combinations(WORDS, 2)]
    assert found.mean == pytest.approx(np.mean(cosines))
    assert found.high == pytest.approx(np.quantile(cosines, 0.9))


def test_where_every_two_words_meet_there_is_nothing_to_say():
    vectors = WordVectors(("a", "b"), np.eye(2, dtype=np.float32))
    assert math.isnan(second_order(vectors, [{"a", "b"}]).alike)


def test_the_words_shown_never_meet_in_the_small_world():
    from seqviz.lessons.word2vec.network import EXAMPLES

    sentences = [set(sentence.lower().split()) for sentence in world_sentences()]
    assert not any({*pair} <= sentence for pair in EXAMPLES for sentence in sentences)
