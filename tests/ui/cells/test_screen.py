from __future__ import annotations

import pytest

from seqviz.models.inspect.surgery import Clamp, Surgery, operate
from seqviz.ui.cells.nets import HAND_SET
from seqviz.ui.cells.screen import when_read
from seqviz.ui.frame.task import done
from tests.pages.open_page import open_page
from tests.ui.cells.screens import cell_screen

SHUT = Clamp("forget_gate", 0.0)


def test_before_the_first_token_a_state_is_0_and_afterwards_it_is_that_of_the_token_before():
    first, second = (cell_screen("lstm", HAND_SET, "on on off", (token, 1)) for token in (1, 2))
    assert first.before("cell_state") == 0
    assert second.before("cell_state") == first.here("cell_state") == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("clamps", "more", "expected"),
    [
        ((SHUT,), {}, SHUT),
        ((), {}, None),
        ((Clamp("input_gate", 0.0),), {}, None),
        ((Clamp("forget_gate", 0.5),), {}, None),
        ((Clamp("forget_gate", 0.0, 1),), {}, None),
        ((SHUT,), {"resets": (1,)}, None),
        ((SHUT,), {"swap": (0, "off")}, None),
    ],
)
def test_a_gate_is_shut_where_all_units_are_held_at_0_and_nothing_else_is_done(clamps, more, expected):
    assert cell_screen("lstm", HAND_SET, "on off", (1, 0), *clamps, **more).shut("forget_gate") == expected


def test_what_holding_does_is_told_by_the_answer_of_the_operated_net():
    screen = cell_screen("lstm", HAND_SET, "on wait", (1, 0))
    found = operate(screen.reader.net, screen.text.token_ids, screen.text.tokens, Surgery((SHUT,)))
    assert f"to {found.positive:.3f}, and the states change by" in screen.what_holding_does(SHUT)
    beyond = Clamp("forget_gate", 0.0, first=0, last=0)  # before the first token there is nothing to forget
    assert "change by 0% of" in screen.what_holding_does(beyond)


def test_without_a_reading_no_check_is_made():
    assert not when_read(lambda screen: done("")).__call__(None).is_done


def test_the_page_checks_what_it_has_drawn_last():
    at = open_page("lstm_cell", sentence="")
    at.button(key="check:2").click().run()
    assert any("There is nothing to read" in text.value for text in at.markdown)
    at.text_input(key="sentence").set_value("We came, but left.").run()
    at.selectbox(key="held").set_value("forget_gate").run()
    assert any("Held everywhere, the answer goes from" in text.value for text in at.markdown)
