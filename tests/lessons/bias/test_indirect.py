import numpy as np
import pytest

from seqviz.embeddings.debias import indirect_bias
from seqviz.lessons.bias.indirect import in_words, shares
from tests.lessons.bias.benches import bench


def test_a_words_share_is_beta_with_the_end_that_it_is_nearer_to():
    one = bench()
    for word, end, cosine, share in shares(one, ["coach", "dancer"], ("volleyball", "football")):
        assert end == {"coach": "football", "dancer": "volleyball"}[word]
        assert cosine == pytest.approx(one.before.similarity(word, end))
        w, v, g = one.before.unit(word), one.before.unit(end), one.direction.direction
        left = [x - (x @ g) * g for x in (w, v)]
        rest = left[0] @ left[1] / np.linalg.norm(left[0]) / np.linalg.norm(left[1])
        assert share == pytest.approx((w @ v - rest) / (w @ v), abs=1e-5)
        assert share == indirect_bias(w, v, one.direction.axes)


def test_the_largest_share_is_told():
    rows = [("a", "x", 0.5, 0.02), ("b", "y", 0.4, 0.3), ("c", "y", 0.0, float("nan"))]
    told = in_words(rows, ("she", "he"))
    assert "**30%**, of the cosine 0.40 of *b* and *y*" in told and "of 1 of the 2 words" in told
    assert "largest" not in in_words([("c", "y", 0.0, float("nan"))], ("she", "he"))
