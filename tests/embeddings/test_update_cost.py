import heapq

import numpy as np
import pytest

from seqviz.embeddings.update_cost import UpdateCosts, measure


def test_the_full_softmax_costs_more_the_more_words_there_are():
    costs = measure((50, 20_000))
    assert costs.full[1] > 3 * costs.full[0]
    assert costs.full[1] > costs.sampling[1]
    assert costs.full[1] > costs.hierarchical[1]
    assert (costs.rows[:, 0] == [50, 20_000]).all()
    assert (costs.rows[:, 1] < 2 * np.log2([50, 20_000])).all()


def test_the_size_where_a_claim_becomes_true_is_found():
    costs = UpdateCosts(
        (10, 100, 1000), (1.0, 20.0, 60.0), (1.0, 1.0, 1.0), (1.0, 1.0, 1.0), np.zeros((3, 3))
    )
    assert costs.first_size_with(50) == 1000
    assert costs.first_size_with(100) is None


@pytest.mark.parametrize("size", [1, 3, 40])
def test_the_tree_is_as_deep_as_zipfs_law_makes_it(size):
    """The k-th word comes a k-th as often; a Huffman tree's whole length is the sum of all joined weights."""
    counts = [1_000_000 // rank for rank in range(1, size + 1)]
    heap, length = sorted(counts), 0
    while len(heap) > 1:
        joined = heapq.heappop(heap) + heapq.heappop(heap)
        heapq.heappush(heap, joined)
        length += joined
    assert measure((size,), negatives=4).rows.tolist() == [[size, pytest.approx(length / sum(counts)), 5]]
