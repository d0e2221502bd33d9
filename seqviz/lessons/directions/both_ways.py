"""What two directions are, beside two layers: computed from nets at hand."""

from __future__ import annotations

from functools import cache

import torch

from seqviz.models.cells.registry import cell_named
from seqviz.models.stack import RecurrentStack

INPUTS, UNITS, TOKENS = 32, 64, 7


def not_a_stack() -> str:
    """Say how two directions differ from two layers: who reads what, the parameters, and what a late word moves."""
    side, above = (cell_named("lstm").parameters(size, UNITS) for size in (INPUTS, UNITS))
    moved = {name: late_word_moves_first_state(name == "both") for name in ("both", "stack")}
    return (
        "They stand side by side: both read the tokens, one from each end, and their states are joined. In a stack "
        f"the second reads the first one's states. With {INPUTS} numbers per token and {UNITS} units, the second "
        f"direction has {side:,} parameters, the second layer {above:,}. Change the last of {TOKENS} tokens, and the "
        f"state at the first moves by up to {moved['both']:.3f} in a bidirectional layer (freshly drawn), by "
        f"{moved['stack']:g} in a stack of two."
    )


@cache
def late_word_moves_first_state(bidirectional: bool) -> float:
    """Return how far the last token moves the state at the first, at most: of two directions, or of two layers."""
    generator = torch.Generator().manual_seed(0)
    sizes = (UNITS,) if bidirectional else (UNITS, UNITS)
    net = RecurrentStack("lstm", INPUTS, sizes, bidirectional, generator=generator)
    text = torch.randn(1, TOKENS, INPUTS, generator=generator)
    changed = text.clone()
    changed[0, -1] = torch.randn(INPUTS, generator=generator)
    with torch.no_grad():
        one, other = (
            torch.cat(net(tokens)[-1], dim=-1)[0, 0] for tokens in (text, changed)
        )  # (output_size,)
    return float((one - other).abs().max())
