"""The drawing's own arithmetic, run in the browser on an empty page, against the net it was given."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.models.inspect.cell_view import CellView, cell_reading, cell_weights
from seqviz.models.inspect.gates import trace
from seqviz.models.inspect.surgery import Surgery, operate
from seqviz.models.inspect.trace import GATES
from seqviz.ui.widgets.cell_diagram.cell_diagram import payload
from tests.conftest import ROOT
from tests.models.nets import small_net

NUMBERS = (ROOT / "seqviz/ui/widgets/cell_diagram/numbers.js").read_text("utf-8")
IDS, TOKENS = [3, 7, 2, 9], ("a", "b", "c", "d")
JS_NAMES = {"hidden_state": "h", "cell_state": "c"}


@pytest.fixture(scope="module")
def empty_page(browser):
    page = browser.new_page()
    yield page
    page.close()


def moments(page, view):
    """Every number of every unit at every token, [token][unit]."""
    script = """(data) => { %s; const layer = new Layer(data), reading = layer.readings[0];
        return reading.tokens.map((_, token) =>
            [...Array(layer.units).keys()].map((unit) => layer.moment(reading, token, unit))); }"""
    return page.evaluate(script % NUMBERS, payload(view))


@pytest.mark.parametrize("cell", ["lstm", "gru"])
@pytest.mark.parametrize(("layer", "direction"), [(0, "forward"), (0, "reverse"), (1, "reverse")])
@pytest.mark.parametrize("resets", [(), (2,)])
def test_the_drawings_equations_give_the_nets_own_gates(empty_page, cell, layer, direction, resets):
    net = small_net(cell, (5, 3), bidirectional=True)
    read = operate(net, IDS, TOKENS, Surgery((), resets)).trace if resets else trace(net, IDS, TOKENS)
    one = cell_reading("t", net, IDS, read, (layer, direction), resets)
    view = CellView(cell, direction, cell_weights(net, layer, direction), (one,))
    for token, units in enumerate(moments(empty_page, view)):
        for unit, found in enumerate(units):
            for name in GATES[cell]:
                key = JS_NAMES.get(name, name)
                assert found[key] == pytest.approx(float(one.gates[name][token, unit]), abs=1e-7)
                assert found["computed"][key] == pytest.approx(found[key], abs=2e-6)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.12344, "0.1234"), (-0.5, "−0.5000"), (-0.00001, "0.0000"), (2.0, "2.0000"), (float("nan"), "–")],
)
def test_a_number_has_four_decimals_a_true_minus_and_no_minus_before_nought(empty_page, number, text):
    assert empty_page.evaluate(f"(number) => {{ {NUMBERS}; return shown(number); }}", number) == text


def test_a_value_that_surgery_holds_is_told_from_a_computed_one(empty_page):
    script = f"(v) => {{ {NUMBERS}; return [isHeld(v, 'h'), outcome(v, 'h')]; }}"
    held = {"h": 0.5, "computed": {"h": 0.25}}
    assert empty_page.evaluate(script, held) == [True, "0.2500, but it is held at 0.5000"]
    free = {"h": 0.25, "computed": {"h": float(np.float32(0.25)) + 1e-6}}
    assert empty_page.evaluate(script, free) == [False, "0.2500"]
