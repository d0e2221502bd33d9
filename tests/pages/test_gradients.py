from __future__ import annotations

import pytest

from tests.pages.open_page import as_opened, open_page, texts, typed_over

OPENS_WITH = {"length": 100, "radius": 1.0, "scale": 1.0}


def measured(at):
    return next(text.value for text in at.markdown if text.value.startswith("**Measured.**"))


def compared(at):
    return next(text.value for text in at.markdown if text.value.startswith("Gates ease vanishing?"))


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
    at = typed_over("gradients", set_radius="true")
    for name in ("length", "radius", "scale"):
        at.slider(key=name).set_value(values.get(name, OPENS_WITH[name]))
    at.run()
    assert not at.exception
    assert "RNN" in measured(at)
    assert any("leaves no weights" in text.value for text in at.caption) is (values.get("scale") == 0.0)


def test_a_slider_moves_only_where_its_switch_is_on():
    at = open_page("gradients")
    for switch, slider in (("set_radius", "radius"), ("set_bias", "bias")):
        at.toggle(key=switch).set_value(False).run()
        assert at.slider(key=slider).disabled
        at.toggle(key=switch).set_value(True).run()
        assert not at.slider(key=slider).disabled


def test_a_relu_net_with_radius_three_explodes_and_a_radius_of_nought_ends_the_gradient_at_once():
    at = open_page("gradients", set_radius="true", radius="3", activation="relu")
    assert "RNN: |dL/dh|: explodes" in measured(at)
    at.slider(key="radius").set_value(0.0).run()
    assert "RNN: |dL/dh|: below a thousandth 1 token back" in measured(at)
    assert any(
        "a radius of 0, and one step multiplies some gradient by 0." in text.value for text in at.markdown
    )


def test_a_forget_bias_carries_the_conveyor_on():
    at = open_page("gradients")
    assert "conveyor: below a thousandth 30 tokens back" in measured(at)
    at.slider(key="bias").set_value(3.0).run()
    assert "conveyor: still more than a thousandth" in measured(at)
    at.toggle(key="set_bias").set_value(False).run()
    assert "conveyor: below a thousandth 14 tokens back" in measured(at)


def test_a_gradient_that_rises_on_its_way_back_is_said_to():
    at = open_page("gradients", bias="5", length="500")
    assert "conveyor: *rises* on its way back, from 0.112 at the end to 7.77, 499 tokens back" in measured(at)
    assert "it comes back with length" not in " ".join(text.value for text in at.markdown)


def test_it_opens_where_gates_ease_vanishing_and_can_be_turned_to_where_they_do_not():
    at = open_page("gradients")
    assert compared(at).endswith("LSTM after 20, 2.2 times as far, GRU after 13, 1.4 times as far.")
    at.toggle(key="set_bias").set_value(False).run()
    assert "LSTM after 10, hardly further" in compared(at)
    at.button_group(key="activation").set_value(["relu"])
    at.toggle(key="set_radius").set_value(True).run()
    at.slider(key="radius").set_value(3.0).run()
    assert any("has not faded within 99 tokens" in text.value for text in at.markdown)


def test_the_note_on_lstms_measures_every_cell():
    said = next(text.value for text in as_opened("gradients").markdown if "They ease it" in text.value)
    assert "RNN 9, LSTM 10, GRU 13" in said
    assert "1: after 29 tokens; 2: after 105 tokens; 4: it *rises*" in said


def test_a_setting_beyond_its_bounds_is_named():
    at = open_page("gradients", length="501")
    assert any("length needs a whole number from 1 to 500" in box.value for box in at.warning)


def test_a_task_is_checked_on_what_is_on_the_screen():
    at = open_page("gradients", set_bias="false", length="200")
    at.button(key="check:1").click().run()
    assert "falls to a thousandth within 9 tokens; with a forget bias as PyTorch draws it" in texts(at)
    at.toggle(key="set_bias").set_value(True).run()
    at.slider(key="bias").set_value(4.0).run()
    assert "its |dL/dc| rises to 3.73 times what it is at the end. **Done.**" in texts(at)
    at.button(key="check:3").click().run()
    assert "Set ReLU, and the spectral radius." in texts(at)
