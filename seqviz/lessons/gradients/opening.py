"""What the first pictures of the lesson on gradients are there to show."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from seqviz.lessons.gradients.curves import opening_curves
from seqviz.lessons.gradients.reach import FURTHER, reach
from seqviz.models.cells.registry import cell_named
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening


def _gates_carry_further(curves: Mapping[str, np.ndarray]) -> bool:
    found = {cell: reach(curve) for cell, curve in curves.items()}
    plain = found["rnn"].faded
    gated = [reached for cell, reached in found.items() if cell_named(cell).has_gates]
    if plain is None or any(reached.rises for reached in gated):
        return False
    return all(reached.faded is None or reached.faded >= FURTHER * plain for reached in gated)


GATES_CARRY_FURTHER = PictureClaim(
    "The gradient of each cell with gates reaches at least a quarter further back than that of the plain cell.",
    _gates_carry_further,
)

OPENINGS = (Opening(GATES_CARRY_FURTHER, opening_curves),)
