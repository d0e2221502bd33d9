from __future__ import annotations

import pytest

from tests.ui.state.two_pages import DEFAULTS, address_of, opened, said, values


@pytest.mark.parametrize(("control", "typed"), [("rate", 100.0), ("rate", 0.0), ("text", "a" * 21)])
def test_a_refused_value_is_named_where_it_was_typed_and_what_stood_before_holds(control, typed):
    at = opened()
    box = at.number_input(key="rate") if control == "rate" else at.text_input(key="text")
    good = 0.5 if control == "rate" else "good"
    box.set_value(good).run()
    box.set_value(typed).run()
    assert box.value == typed  # what was typed is not lost
    assert repr(good) in values(at)
    assert address_of(at)[control] == str(good)
    assert at.caption[0].value == control.capitalize()
    wanted = "a number from 0.001 to 1" if control == "rate" else "a text of at most 20 characters"
    assert wanted in at.error[0].value
    box.set_value(good).run()
    assert (len(at.error), at.caption[0].value) == (0, "nothing refused")


def test_what_was_refused_is_found_again_with_its_page_and_still_refused():
    at = opened()
    at.number_input(key="rate").set_value(0.5).run()
    at.number_input(key="rate").set_value(100.0).run()
    at.checkbox(key="elsewhere").check().run()
    said(at)
    at.checkbox(key="elsewhere").uncheck().run()
    assert at.number_input(key="rate").value == 100.0
    assert at.caption[0].value == "Rate"
    assert values(at) == DEFAULTS.replace("0.01", "0.5")
