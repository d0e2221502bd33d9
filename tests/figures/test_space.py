import numpy as np
import pytest

from seqviz.figures.space import Arrow, axis_chart, style, uncrowded, word_map

WORDS = ["king", "queen", "<b>paris</b>"]
POINTS = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]])


def test_every_word_stands_at_its_place_and_is_no_markup():
    figure = word_map(POINTS, WORDS, ["royalty", "royalty", "capitals"], title="A map")
    royal, capitals = figure.data
    np.testing.assert_array_equal(royal.x, [0, 1])
    assert list(capitals.customdata) == ["&lt;b&gt;paris&lt;/b&gt;"]
    assert figure.layout.title.text == "A map"


def test_searched_words_are_drawn_over_the_others():
    figure = word_map(POINTS, WORDS, [""] * 3, title="A map", highlighted=["queen"])
    assert figure.data[-1].name == "searched"
    assert list(figure.data[-1].text) == ["queen"]


def test_an_arrow_goes_from_start_to_end():
    arrow = Arrow(POINTS[0], POINTS[1], "step", "#c01c34")
    figure = word_map(POINTS, WORDS, [""] * 3, title="A map", arrows=[arrow])
    assert list(figure.data[-1].x) == [0, 1]
    assert figure.data[-1].line.color == figure.data[-1].marker.color == "#c01c34"


def test_a_spatial_map_names_three_axes():
    figure = word_map(
        np.zeros((3, 3)),
        WORDS,
        [""] * 3,
        title="A map",
        arrows=[Arrow(np.zeros(3), np.ones(3), "a", "#c01c34")],
    )
    assert figure.layout.scene.zaxis.title.text == "third axis"


def test_words_on_one_spot_are_named_once():
    assert uncrowded(np.zeros((4, 2))).tolist() == [True, False, False, False]
    assert uncrowded(POINTS).all()


def test_names_in_space_keep_away_from_one_another_whichever_way_it_is_turned():
    corners = np.array([[0.0, 0, 0], [1, 1, 1]])
    beside, above = [0.1, 0.1, 0.1], [0.1, 0.1, 0.3]
    assert uncrowded(np.vstack([corners, beside, above])).tolist() == [True, True, False, True]


def test_no_two_groups_look_alike():
    assert len({style(k) for k in range(30)}) == 30


def test_an_axis_orders_words_and_is_symmetric():
    figure = axis_chart(["b", "a"], np.array([0.5, -0.2]), ("low", "high"))
    assert list(figure.data[0].y) == ["a", "b"]
    low, high = figure.layout.xaxis.range
    assert low == pytest.approx(-high)


def test_on_a_phone_a_name_takes_more_of_the_maps_width():
    row = np.column_stack([np.linspace(0, 1, 11), np.zeros(11)])
    assert uncrowded(row).all()
    assert uncrowded(row, is_narrow=True).tolist() == [True, False] * 5 + [True]
