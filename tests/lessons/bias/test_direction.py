import numpy as np

from seqviz.lessons.bias.direction import MOST_DRAWN, at_the_ends, components, marks_in_words
from tests.lessons.bias.benches import bench


def test_the_words_that_lean_most_to_either_end_are_drawn():
    one = bench()
    drawn = at_the_ends(one)
    lean = {word: float(one.before.unit(word) @ one.direction.direction) for word in one.neutral}
    ranked = sorted(lean, key=lean.get)
    assert drawn == [*ranked[:MOST_DRAWN], *ranked[-MOST_DRAWN:]]
    before, after = components(one, drawn)
    np.testing.assert_allclose(before, [lean[word] for word in drawn], atol=1e-6)
    np.testing.assert_allclose(after, 0, atol=1e-12)


def test_the_vectors_are_said_to_have_read_the_tilt_only_where_they_follow_it():
    told = np.linspace(-1, 1, 9)
    assert "agree to 1.00 (rank correlation). The vectors did not invent" in marks_in_words(told**3, told)
    assert "did not invent" not in marks_in_words(-told, told)
    assert "rank correlation" not in marks_in_words(np.zeros(9), told)
    unknown = np.append(told, np.nan)
    assert "agree to 1.00" in marks_in_words(np.append(told, -5.0), unknown)
