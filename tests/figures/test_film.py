import numpy as np

from seqviz.figures.film import map_film
from tests.figures.test_space import POINTS, WORDS


def test_a_film_has_one_frame_per_map_and_a_step_of_the_slider_for_each():
    figure = map_film([POINTS, 2 * POINTS], [0.0, 1.5], WORDS, ["a", "a", "b"], title="A film", unit="epoch")
    assert len(figure.frames) == len(figure.layout.sliders[0].steps) == 2
    np.testing.assert_array_equal(figure.frames[0].data[0].x, [0, 1])
    np.testing.assert_array_equal(figure.data[0].x, [0, 2])
    assert figure.layout.sliders[0].steps[1].label == "1.5"


def test_no_moment_stands_twice_on_the_slider():
    maps = [POINTS, 2 * POINTS, 3 * POINTS]
    figure = map_film(maps, [0.0, 14.97, 15.0], WORDS, ["a", "a", "b"], title="A film")
    assert [step.label for step in figure.layout.sliders[0].steps] == ["0", "15"]
    np.testing.assert_array_equal(figure.frames[1].data[0].x, [0, 3])
