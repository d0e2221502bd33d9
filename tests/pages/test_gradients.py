from __future__ import annotations

import pytest

from seqviz.ui import clipping_part
from tests.pages.open_page import open_page


def measured(at):
    return next(text.value for text in at.markdown if text.value.startswith("**Measured.**"))


def test_finished_comparisons_are_there_before_any_click():
    at = open_page("gradients")
    specs = " ".join(chart.proto.spec for chart in at.get("plotly_chart"))
    for title in (
        "How much of the loss",
        "What is remembered after a lag",
        "Gradient norm, before clipping",
        "cliff",
    ):
        assert title in specs


@pytest.mark.parametrize(
    "values",
    [
        {"length": 1},
        {"length": 500, "radius": 3.0},
        {"radius": 0.0},
        {"radius": 3.0, "scale": 0.0},
        {"scale": 5.0},
    ],
)
def test_the_knobs_ends_give_pictures_and_sentences(values):
    at = open_page("gradients")
    at.toggle(key="set_radius").set_value(True).run()
    for name, value in values.items():
        at.slider(key=name).set_value(value).run()
        assert not at.exception
    assert "RNN" in measured(at)
    assert any("leaves no weights" in text.value for text in at.caption) is (values.get("scale") == 0.0)


def test_a_slider_moves_only_where_its_switch_is_on():
    at = open_page("gradients")
    for switch, slider in (("set_radius", "radius"), ("set_bias", "bias")):
        assert at.slider(key=slider).disabled
        at.toggle(key=switch).set_value(True).run()
        assert not at.slider(key=slider).disabled


def test_the_run_that_exploded_is_explained_though_its_numbers_stayed_finite():
    said = [box.value for box in open_page("gradients").warning]
    assert len(said) == 1
    assert said[0].startswith("Not clipped: it exploded.")
    assert "shrinks by 3.96% a step" in said[0]  # 1 - (1 - 2 · 0.01)²


def test_the_far_story_says_what_it_measured_at_its_longest():
    said = next(text.value for text in open_page("gradients").markdown if "Measured after" in text.value)
    assert all(country in said for country in ("France", "Spain", "Italy", "Germany", "Japan", "Poland"))


def test_a_relu_net_with_radius_three_explodes_and_a_radius_of_nought_ends_the_gradient_at_once():
    at = open_page("gradients")
    at.toggle(key="set_radius").set_value(True).run()
    at.slider(key="radius").set_value(3.0).run()
    at.button_group(key="activation").set_value(["relu"]).run()
    assert "RNN: |dL/dh|: explodes" in measured(at)
    at.slider(key="radius").set_value(0.0).run()
    assert "RNN: |dL/dh|: below a thousandth 1 token back" in measured(at)


def test_a_forget_bias_carries_the_conveyor_on():
    at = open_page("gradients")
    assert "conveyor: below a thousandth" in measured(at)
    at.toggle(key="set_bias").set_value(True).run()
    at.slider(key="bias").set_value(8.0).run()
    assert "conveyor: still more than a thousandth" in measured(at)


def test_a_setting_beyond_its_bounds_is_named():
    at = open_page("gradients", length="501")
    assert any("length needs a whole number from 1 to 500" in box.value for box in at.warning)


def test_training_asks_the_store_for_one_run(monkeypatch):
    at = open_page("gradients")
    at.button(key="train:clipping").click().run()
    assert not at.exception
    assert clipping_part.CLIPPING.kind == "clipping"
    assert at.query_params["run"]


def test_a_task_opens_the_controls_that_it_sets_up():
    at = open_page("gradients")
    boxes = [box for box in at.expander if box.label == "Train your own"]
    assert not any(box.proto.expanded for box in boxes)
    at.button(key="task:3").click().run()
    boxes = [box for box in at.expander if box.label == "Train your own"]
    assert [box.proto.expanded for box in boxes] == [False, True]  # recall, clipping
