"""Nets read by torch, for the drawing's own arithmetic to be compared with."""

from __future__ import annotations

from itertools import product
from typing import Any

from seqviz.models.cells.registry import CELLS
from seqviz.models.inspect.cell_view import CellView, cell_reading, cell_weights
from seqviz.models.inspect.gates import trace
from seqviz.models.inspect.surgery import Surgery, operate
from seqviz.ui.widgets.cell_diagram.cell_diagram import payload
from tests.models.nets import small_net
from tests.new_cell.cells import PEEPHOLE, known

IDS, TOKENS = [3, 7, 2, 9], ("a", "b", "c", "d")


def readings() -> list[dict[str, Any]]:
    """Return, for every cell, layer, direction and reset, the drawing's data and torch's gates.

    Gates are in the order (num_tokens, num_units), by name.
    """
    places = [(0, "forward"), (0, "reverse"), (1, "reverse")]
    with known(PEEPHOLE):  # drawn as an LSTM: its sums are those of the lines, and what its gates see
        drawn = [cell for cell, kind in CELLS.items() if kind.drawing]
        return [_reading(*case) for case in product(drawn, places, ((), (2,)))]


def _reading(cell: str, place: tuple[int, str], resets: tuple[int, ...]) -> dict[str, Any]:
    net = small_net(cell, (5, 3), bidirectional=True)
    read = operate(net, IDS, TOKENS, Surgery((), resets)).trace if resets else trace(net, IDS, TOKENS)
    one = cell_reading("t", net, IDS, read, place, resets)
    view = CellView(cell, place[1], cell_weights(net, *place), (one,))
    return {
        "name": f"{cell}, layer {place[0]}, {place[1]}, resets {list(resets)}",
        "data": payload(view),
        "gates": {name: one.gates[name].tolist() for name in CELLS[cell].gates},
    }
