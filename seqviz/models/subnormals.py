"""Numbers too small for the number format to hold with all their digits, and how to do without them.

A gradient that fades on its way through a long text becomes subnormal, below 1.2e-38 in float32, before it becomes 0;
a processor may take a hundred times as long for an operation on such a number as for one on any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def without_subnormals() -> Iterator[None]:
    """Let this thread take subnormal numbers for 0, then again as it did before.

    Source: PyTorch documentation, `torch.set_flush_denormal`.
    """
    before = are_flushed()
    torch.set_flush_denormal(True)
    try:
        yield
    finally:
        torch.set_flush_denormal(before)


def are_flushed() -> bool:
    """Tell whether this thread takes subnormal numbers for 0."""
    smallest_normal = torch.finfo(torch.float32).tiny
    return (torch.tensor(smallest_normal) / 2).item() == 0.0
