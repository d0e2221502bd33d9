"""A light switch set by hand: a net of two units whose every weight can be understood.

Unit 0 remembers whether the light is on; unit 1 remembers since when (the LSTM counts each "on" since the last
"off"; the GRU, whose state cannot grow beyond 1, remembers that there was one).
"""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.kind import STRONG
from seqviz.models.cells.registry import CELLS, Cell, cell_named
from seqviz.models.sentiment import SentimentNet

#: Token ids 0 and 1 are padding and any other word; both have a vector of zeros.
VOCABULARY = ("<pad>", "<unk>", "on", "off")


def light_switch(cell: Cell) -> SentimentNet:
    """Build the net; its "positive" class means that the light is on.

    Raises:
        ValueError: for the plain cell, which has no gate to keep a state with.
    """
    kind = cell_named(cell)
    if kind.light_switch is None:
        able = ", ".join(one.title for one in CELLS.values() if one.light_switch)
        raise ValueError(f"The light switch is set by hand for {able}, not {cell!r}.")
    net = SentimentNet(len(VOCABULARY), 2, cell, (2,), pooling="last", generator=torch.Generator())
    weights = net.recurrent.weights(0, "forward")
    rows = torch.tensor([kind.light_switch[gate] for gate in kind.blocks])  # (blocks, 2 units, on off bias)
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
