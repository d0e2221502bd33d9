"""Gate traces as the gate canvas draws them: records, their difference, their text alternative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from seqviz.figures.palette import GATE_NAMES


@dataclass(frozen=True)
class TraceView:
    """One trace to be drawn, its columns already aligned with those of the traces beside it.

    Attributes:
        title: what stands above it ("LSTM, the whole run").
        tokens: one per column; None where another trace has a token and this one has none.
        gates: name (see GATE_NAMES) -> (num_columns, num_units); NaN where there is no token.
        prediction: probability of "positive" had the text ended at this column, (num_columns,), or None.
        is_difference: the values are one trace minus another, so every gate is signed.
        is_unknown: one per column, True where the net does not know the token; empty where it knows all.
    """

    title: str
    tokens: tuple[str | None, ...]
    gates: dict[str, np.ndarray]
    prediction: np.ndarray | None = None
    is_difference: bool = False
    is_unknown: tuple[bool, ...] = ()

    def __post_init__(self) -> None:
        for name, values in self.gates.items():
            if values.ndim != 2 or len(values) != len(self.tokens):
                raise ValueError(
                    f"{name}: {len(self.tokens)} tokens need (num_tokens, num_units), not {values.shape}"
                )

    @property
    def num_units(self) -> int:
        """How many units the trace has."""
        return next(iter(self.gates.values())).shape[1] if self.gates else 0


@dataclass(frozen=True)
class UnitOrder:
    """One way to sort the units, top to bottom.

    Attributes:
        label: what the control calls it ("variance").
        units: gate name -> unit numbers, (num_units,), each once.
    """

    label: str
    units: dict[str, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True)
class Moment:
    """The same traces at one moment of training: "epoch 2"."""

    label: str
    traces: tuple[TraceView, ...]


def difference(above: TraceView, below: TraceView) -> TraceView | None:
    """Return `above` minus `below` for the gates both have, or None if their units cannot be paired."""
    shared = [name for name in above.gates if name in below.gates]
    if not shared or above.num_units != below.num_units or len(above.tokens) != len(below.tokens):
        return None
    gates = {name: above.gates[name] - below.gates[name] for name in shared}
    both = zip(above.tokens, below.tokens, strict=True)
    tokens = tuple(
        None if a is None or b is None else (a if a == b else f"{a} \N{MINUS SIGN} {b}") for a, b in both
    )
    return TraceView("Difference (first \N{MINUS SIGN} second)", tokens, gates, is_difference=True)


def widened(trace: TraceView, columns: Sequence[int | None]) -> TraceView:
    """Return the trace with its token k standing where `columns` holds k, and gaps where it holds None."""
    present = np.array([column is not None for column in columns])
    source = [column for column in columns if column is not None]

    def spread(values: np.ndarray) -> np.ndarray:
        wide = np.full((len(columns), *values.shape[1:]), np.nan, np.float32)
        wide[present] = values[source]
        return wide

    return TraceView(
        trace.title,
        tuple(None if column is None else trace.tokens[column] for column in columns),
        {name: spread(values) for name, values in trace.gates.items()},
        None if trace.prediction is None else spread(trace.prediction),
        trace.is_difference,
        tuple(column is not None and trace.is_unknown[column] for column in columns)
        if trace.is_unknown
        else (),
    )


def marked_tokens(trace: TraceView) -> list[str | None]:
    """Return the tokens as a picture writes them: those that the net does not know between ‹ and ›."""
    is_unknown = trace.is_unknown or (False,) * len(trace.tokens)
    return [f"‹{token}›" if so else token for token, so in zip(trace.tokens, is_unknown, strict=True)]


def description(trace: TraceView) -> str:
    """Say in words what the picture of a trace shows; every number is computed from it."""
    read = [token for token in trace.tokens if token is not None]
    lines = [f"{trace.title}: {len(read)} tokens, {trace.num_units} units."]
    if unknown := [token for token, is_so in zip(trace.tokens, trace.is_unknown, strict=False) if is_so]:
        lines.append(f"Unknown to the net: {', '.join(map(str, unknown))}.")
    lines += [_extremes(trace, name) for name in trace.gates]
    return " ".join(lines)


def _extremes(trace: TraceView, name: str) -> str:
    values = trace.gates[name]
    if not np.isfinite(values).any():
        return f"{GATE_NAMES[name]}: no token in common."
    low, high = (np.unravel_index(pick(values), values.shape) for pick in (np.nanargmin, np.nanargmax))
    return (
        f"{GATE_NAMES[name]}: mean {np.nanmean(values):.2f}, "
        f"lowest {values[low]:.2f} (unit {low[1]} at \N{LEFT DOUBLE QUOTATION MARK}{trace.tokens[low[0]]}"
        f"\N{RIGHT DOUBLE QUOTATION MARK}), highest {values[high]:.2f} (unit {high[1]} at "
        f"\N{LEFT DOUBLE QUOTATION MARK}{trace.tokens[high[0]]}\N{RIGHT DOUBLE QUOTATION MARK})."
    )
