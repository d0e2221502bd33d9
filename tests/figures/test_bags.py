import numpy as np
import pytest

from seqviz.figures.bags import readings, shuffled, similarity_by_length, vocabulary_growth, zeros


def titled(figure):
    return all((figure.layout.title.text, figure.layout.xaxis.title.text, figure.layout.yaxis.title.text))


def test_a_text_without_direction_has_no_bar():
    figure = similarity_by_length(np.array([[1, 0.5, np.nan]]), ["Counts"])
    assert list(figure.data[0].y) == [1, 0.5, 0]
    assert figure.data[0].text == ("1.000", "0.500", "no direction")
    assert titled(figure)


def test_readings_draw_two_texts_for_each_reader():
    figure = readings(np.array([[0.2, 0.8], [0.4, 0.4]]), ["bag", "net"])
    assert [list(bar.x) for bar in figure.data] == [[0.2, 0.4], [0.8, 0.4]]
    written = [(note.text, note.y) for note in figure.layout.annotations]
    middles = [
        (f"{x:.3f}", row + bar.offset + bar.width / 2) for bar in figure.data for row, x in enumerate(bar.x)
    ]
    assert sorted(written) == sorted(middles)
    assert titled(figure)


def test_shuffles_are_rings_and_the_chosen_one_stands_out():
    figure = shuffled(np.array([0.9]), np.array([[0.1, 0.3]]), ["net"], 1)
    rings, chosen, before = figure.data
    assert list(rings.x) == [0.1, 0.3]
    assert list(chosen.x) == [0.3]
    assert list(before.x) == [0.9]
    assert titled(figure)


@pytest.mark.parametrize("draw", [vocabulary_growth, zeros])
def test_growth_draws_a_line_for_each_curve(draw):
    figure = draw([("a", np.array([1, 2]), np.array([3, 4])), ("b", np.array([1, 2]), np.array([5, 6]))])
    assert [list(line.y) for line in figure.data] == [[3, 4], [5, 6]]
    assert titled(figure)
