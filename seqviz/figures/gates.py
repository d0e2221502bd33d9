"""Gate traces as the exact, compact numbers that the gate canvas draws and reads out."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from seqviz.figures.palette import GATE_NAMES

MOST_BYTES = 3_000_000
_MISSING = {8: -128, 16: -32768}
_LARGEST = {8: 127, 16: 32767}
_MOST_DECIMALS = {8: 2, 16: 4}


@dataclass(frozen=True)
class TraceView:
    """One trace to be drawn, its columns already aligned with those of the traces beside it.

    Attributes:
        title: what stands above it ("LSTM, the whole run").
        tokens: one per column; None where another trace has a token and this one has none.
        gates: name (see GATE_NAMES) -> (num_columns, num_units); NaN where there is no token.
        prediction: probability of "positive" had the text ended at this column, (num_columns,), or None.
        is_difference: the values are one trace minus another, so every gate is signed.
    """

    title: str
    tokens: tuple[str | None, ...]
    gates: dict[str, np.ndarray]
    prediction: np.ndarray | None = None
    is_difference: bool = False

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


def payload(moments: Sequence[Moment], orders: Iterable[UnitOrder] = ()) -> dict[str, Any]:
    """Return the traces as plain JSON data: fixed-point numbers, scales, labels, a text alternative.

    Every number is sent as a whole multiple of a power of ten, rounded once here, so that the digits the
    browser shows are exactly the digits of the rounded value: four decimals, or two (one byte a value) where
    four would take more than MOST_BYTES.

    Args:
        moments: at least one; all hold the same tokens, gates and numbers of units. The first is shown first.
        orders: ways to sort the units.

    Raises:
        ValueError: if there is nothing to draw, the columns differ, or two decimals still take too much.
    """
    traces = [trace for moment in moments for trace in moment.traces]
    columns = {len(trace.tokens) for trace in traces}
    if len(columns) != 1 or 0 in columns:
        raise ValueError(f"Traces need one and the same number of tokens, at least 1, not {sorted(columns)}")
    bits, bounds = _bits(traces), _bounds(traces)
    names = list(
        dict.fromkeys(name for trace in traces for name in trace.gates)
    )  # the first cell's order first
    return {
        "columns": columns.pop(),
        "units": max(trace.num_units for trace in traces),
        "gates": [{"name": name, "label": GATE_NAMES[name]} for name in names],
        "moments": [
            {"label": moment.label, "traces": [_trace(trace, bounds, bits) for trace in moment.traces]}
            for moment in moments
        ],
        "orders": [
            {"label": order.label, "units": {k: np.asarray(v).tolist() for k, v in order.units.items()}}
            for order in orders
        ],
        "alt": " ".join(description(trace) for trace in moments[0].traces),
    }


def most_columns(num_units: int, num_gates: int, num_traces: int) -> int:
    """Return how many tokens one picture can hold."""
    return MOST_BYTES // (num_units * num_gates * num_traces)


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
    )


def description(trace: TraceView) -> str:
    """Say in words what the picture of a trace shows; every number is computed from it."""
    read = [token for token in trace.tokens if token is not None]
    lines = [f"{trace.title}: {len(read)} tokens, {trace.num_units} units."]
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


def _bits(traces: Sequence[TraceView]) -> int:
    num_values = sum(values.size for trace in traces for values in trace.gates.values())
    if num_values > MOST_BYTES:
        raise ValueError(
            f"{num_values:,} gate values are more than the {MOST_BYTES:,} that one picture holds"
        )
    return 16 if 2 * num_values <= MOST_BYTES else 8


def _trace(trace: TraceView, bounds: dict[tuple[str, bool], float], bits: int) -> dict[str, Any]:
    return {
        "title": trace.title,
        "tokens": list(trace.tokens),
        "units": trace.num_units,
        "is_difference": trace.is_difference,
        "prediction": None if trace.prediction is None else [_number(p) for p in trace.prediction],
        "values": {
            name: {
                **_fixed_point(values, bits),
                "signed": trace.is_difference or not name.endswith("_gate"),
                "bound": bounds[name, trace.is_difference],
            }
            for name, values in trace.gates.items()
        },
    }


def _bounds(traces: Sequence[TraceView]) -> dict[tuple[str, bool], float]:
    """Return the end of the scale of each gate, and of each gate's difference, over all traces."""
    bounds: dict[tuple[str, bool], float] = {}
    for trace in traces:
        for name, values in trace.gates.items():
            fixed = name != "cell_state" and not trace.is_difference
            bound = 1.0 if fixed else _round_up(_largest(values))
            key = name, trace.is_difference
            bounds[key] = max(bound, bounds.get(key, 0.0))
    return bounds


def _number(value: float) -> float | None:
    return round(float(value), 4) if math.isfinite(value) else None


def _fixed_point(values: np.ndarray, bits: int) -> dict[str, Any]:
    """Return (num_columns, num_units) as whole numbers of 10^-decimals, base64, unit after unit."""
    largest = _largest(values)
    room = math.floor(math.log10(_LARGEST[bits] / largest)) if largest else _MOST_DECIMALS[bits]
    decimals = min(room, _MOST_DECIMALS[bits])
    whole = np.rint(values.T.astype(np.float64) * 10.0**decimals)
    whole = np.where(np.isfinite(whole), whole, _MISSING[bits]).astype(f"<i{bits // 8}")
    encoded = base64.b64encode(np.ascontiguousarray(whole).tobytes()).decode()
    return {"base64": encoded, "bits": bits, "decimals": decimals, "missing": _MISSING[bits]}


def _largest(values: np.ndarray) -> float:
    finite = values[np.isfinite(values)]
    return float(np.abs(finite).max()) if finite.size else 0.0


def _round_up(bound: float) -> float:
    """Return the next of 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5 … that holds `bound`; 0.1 at least."""
    if bound <= 0.1:
        return 0.1
    power = 10.0 ** math.floor(math.log10(bound))
    return float(
        f"{next(step for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * power >= bound * (1 - 1e-9)) * power:g}"
    )
