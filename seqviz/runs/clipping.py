"""The clipping of gradients, before each step of a trainer."""

from __future__ import annotations

import math
from collections.abc import Callable

from torch import nn

#: Changes gradients in place; returns their norm before.
Clip = Callable[[nn.Module], float]


def clip_by_norm(limit: float) -> Clip:
    """Shrink the gradient as a whole, so that its norm is at most `limit`; 0 clips nothing.

    Below the limit no gradient is touched, which spares a pass over all of them.
    """

    def clip(net: nn.Module) -> float:
        gradients = [p.grad for p in net.parameters() if p.grad is not None]
        norm = nn.utils.get_total_norm(gradients)
        length = norm.item()
        if not length <= (limit or math.inf):
            nn.utils.clip_grads_with_norm_(net.parameters(), limit, norm)
        return length

    return clip
