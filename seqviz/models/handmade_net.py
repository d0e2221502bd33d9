"""A light switch set by hand: a net of two units whose every weight can be understood.

Unit 0 remembers whether the light is on; unit 1 remembers since when (the LSTM counts each "on" since the last
"off"; the GRU, whose state cannot grow beyond 1, remembers that there was one).
"""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.equations import BLOCKS
from seqviz.models.inspect.trace import Cell
from seqviz.models.sentiment import SentimentNet

#: Token ids 0 and 1 are padding and any other word; both have a vector of zeros.
VOCABULARY = ("<pad>", "<unk>", "on", "off")
OPEN = 6.0  # σ(6) = 0.9975: as good as open; −6 as good as shut
STRONG = 3.0  # tanh(3) = 0.995

#: Cell -> gate -> for each of the two units: weight of "on", weight of "off", bias.
RULES: dict[Cell, dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]]] = {
    "lstm": {
        "input_gate": ((2 * OPEN, 2 * OPEN, -OPEN), (2 * OPEN, 0.0, -OPEN)),
        "forget_gate": ((-2 * OPEN, -2 * OPEN, OPEN), (0.0, -2 * OPEN, OPEN)),
        "candidate": ((STRONG, -STRONG, 0.0), (STRONG, 0.0, 0.0)),
        "output_gate": ((0.0, 0.0, OPEN), (0.0, 0.0, OPEN)),
    },
    "gru": {
        "reset_gate": ((0.0, 0.0, OPEN), (0.0, 0.0, OPEN)),
        "update_gate": ((-2 * OPEN, -2 * OPEN, OPEN), (-2 * OPEN, -2 * OPEN, OPEN)),
        "candidate": ((STRONG, -STRONG, 0.0), (STRONG, 0.0, 0.0)),
    },
}


def light_switch(cell: Cell) -> SentimentNet:
    """Build the net; its "positive" class means that the light is on.

    Raises:
        ValueError: for the plain cell, which has no gate to keep a state with.
    """
    if cell not in RULES:
        raise ValueError(f"The light switch needs an LSTM or a GRU, not {cell!r}.")
    net = SentimentNet(len(VOCABULARY), 2, cell, (2,), pooling="last", generator=torch.Generator())
    weights = net.recurrent.weights(0, "forward")
    rows = torch.tensor([RULES[cell][gate] for gate in BLOCKS[cell]])  # (blocks, 2 units, on off bias)
    with torch.no_grad():
        for tensor in net.parameters():
            tensor.zero_()
        net.embedding.weight[2:] = torch.eye(2)
        weights.weight_ih.copy_(_flat(rows[:, :, :2]))
        weights.bias_ih.copy_(rows[:, :, 2].flatten())
        net.output.weight[0, 0] = 2 * STRONG
    return net.eval()


def _flat(rows: Tensor) -> Tensor:
    return rows.reshape(-1, rows.shape[2])
