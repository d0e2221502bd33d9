"""How far back a gradient reaches: where it has faded, whether it rises on its way, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from seqviz.models.cells.registry import cell_named
from seqviz.ui.durations import counted

FADED = 1e-3
EXPLODED = 1e6
FURTHER = 1.25  # times as far: less is called "hardly further"
RISEN = 2.0  # times what it is near the end: less may be the luck of a few texts


@dataclass(frozen=True)
class Reach:
    """What becomes of a gradient on its way back, from the end of a text to its beginning.

    Attributes:
        faded: tokens before the end at which it first lies below a thousandth of what it is near the end; None
            where it never does.
        risen: how many times what it is near the end it becomes at most further back; 1 where it never exceeds it,
            infinite where it leaves the number format.
        peak: tokens before the end at which it does.
    """

    faded: int | None
    risen: float
    peak: int

    @property
    def explodes(self) -> bool:
        """Whether it grows beyond a million times."""
        return self.risen > EXPLODED

    @property
    def rises(self) -> bool:
        """Whether it is clearly larger further back than near the end."""
        return self.risen > RISEN


def reach(curve: np.ndarray) -> Reach:
    """Measure a curve.

    Args:
        curve: gradient norms, the first token first, (length,), at least 0; infinite where too large.
    """
    back = np.asarray(curve, float)[::-1]
    near = max(float(back[:3].max()), 1e-300)
    if not np.isfinite(back).all():
        return Reach(None, float("inf"), int(np.flatnonzero(~np.isfinite(back))[0]))
    faded = np.flatnonzero(back < FADED * near)
    peak = int(back.argmax())
    return Reach(int(faded[0]) if faded.size else None, max(1.0, float(back[peak]) / near), peak)


def findings(curves: Mapping[str, np.ndarray]) -> str:
    """Say, computed, how far back each curve falls to a thousandth of what it is at the end, or explodes."""
    return "**Measured.** " + " ".join(
        f"{name}: {_said(reach(values), values)}." for name, values in curves.items()
    )


def _said(found: Reach, values: np.ndarray) -> str:
    if found.explodes:
        return "explodes" + ("" if np.isfinite(found.risen) else " beyond all numbers")
    if found.rises:
        place, highest = counted(found.peak, "token"), values[-1 - found.peak]
        return (
            f"*rises* on its way back, from {values[-1]:.3g} at the end to {highest:.3g}, {place} back: "
            "it explodes, if slowly"
        )
    if found.faded is None:
        return f"still more than a thousandth after {len(values) - 1} tokens"
    return f"below a thousandth {counted(found.faded, 'token')} back"


def gates_against_none(curves: Mapping[str, np.ndarray]) -> str:
    """Say whether the gates carry the gradient further than the plain cell does, for the knobs as they stand.

    Args:
        curves: cell -> |dL/dh|, the first token first, (length,).
    """
    length = len(curves["rnn"])
    ends = {cell: reach(curve) for cell, curve in curves.items()}
    plain = ends["rnn"]
    if plain.rises or plain.faded is None:
        return f"Here the plain cell's own gradient has not faded within {counted(length - 1, 'token')}."
    reached = ", ".join(
        f"{cell.upper()} {_tokens(ends[cell], plain.faded, length)}"
        for cell in ends
        if cell_named(cell).has_gates
    )
    faded = counted(plain.faded, "token")
    return f"Gates ease vanishing? The plain cell's gradient is below a thousandth after {faded}; {reached}."


def _tokens(gated: Reach, plain: int, length: int) -> str:
    if gated.rises:
        return "explodes instead"
    if gated.faded is None:
        return f"not within {length - 1}"
    times = gated.faded / max(plain, 1)
    much = (
        "hardly further" if 1 <= times < FURTHER else "less far" if times < 1 else f"{times:.1f} times as far"
    )
    return f"after {gated.faded}, {much}"
