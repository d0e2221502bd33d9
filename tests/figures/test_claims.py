from __future__ import annotations

import pytest

from seqviz.figures.claims import LOOKS, ConditionRow, trial_picture

ROWS = [
    ConditionRow("lag 5 <b>", (0.5, -0.25), (-1.0, 0.125, 2.0), "undecided"),
    ConditionRow("lag 10", (3.0,), None, "too few seeds"),
]
PICTURE = trial_picture(ROWS, title="It helps", x_title="points", margin=0.5)


def test_every_seed_is_a_point_of_its_condition():
    seeds = PICTURE.data[0]
    assert list(zip(seeds.x, seeds.y, strict=True)) == [
        (0.5, "lag 5 &lt;b&gt;"),
        (-0.25, "lag 5 &lt;b&gt;"),
        (3.0, "lag 10"),
    ]


def test_the_mean_has_its_interval_and_no_mean_is_drawn_where_there_is_none():
    (mean,) = PICTURE.data[1:]
    assert (mean.name, list(mean.x)) == ("undecided", [0.125])
    assert (mean.error_x.arrayminus[0], mean.error_x.array[0]) == pytest.approx((1.125, 1.875))


def test_the_margin_is_a_band_about_zero_and_zero_a_line():
    band, zero = PICTURE.layout.shapes
    assert (band.x0, band.x1) == (-0.5, 0.5)
    assert zero.x0 == zero.x1 == 0
    assert len(trial_picture(ROWS, title="t", x_title="x", margin=0).layout.shapes) == 1


def test_conditions_stand_in_their_order_from_the_top():
    assert PICTURE.layout.yaxis.categoryarray == ("lag 10", "lag 5 &lt;b&gt;")


def test_no_two_verdicts_look_alike_without_colour():
    assert len({symbol for _, symbol in LOOKS.values()}) == len(LOOKS)


def test_a_long_name_is_broken_into_lines():
    row = ConditionRow("vocabulary 1,000: negative sampling", (1.0, 2.0), (1.0, 1.5, 2.0), "supported")
    figure = trial_picture([row], title="t", x_title="x", margin=0)
    assert list(figure.layout.yaxis.categoryarray) == ["vocabulary 1,000:<br>negative sampling"]
    assert set(figure.data[0].y) == set(figure.layout.yaxis.categoryarray)
