"""Gate traces as the exact, compact numbers that travel to the browser."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from seqviz.figures.gates import Moment, TraceView, UnitOrder, description, marked_tokens
from seqviz.figures.palette import GATE_NAMES

#: Most bytes of values that one picture holds: room for a thousand tokens of two LSTMs with 256 units and their
#: difference. Base64 adds a third.
MOST_BYTES = 5_000_000
#: One decimal more or less is a power of ten; the smallest whole number of each width stands for "no value".
_MISSING = {8: -128, 16: -32768, 32: -(2**31)}
_LARGEST = {bits: -missing - 1 for bits, missing in _MISSING.items()}
_MOST_DECIMALS = {8: 2, 16: 4, 32: 4}


def payload(moments: Sequence[Moment], orders: Iterable[UnitOrder] = ()) -> dict[str, Any]:
    """Return the traces as plain JSON data: fixed-point numbers, scales, labels, a text alternative.

    Every number is sent as a whole multiple of a power of ten, rounded once here, so that the digits the
    browser shows are exactly the digits of the rounded value: four decimals (two bytes a value, four where a
    state goes beyond 3.2767), or two (one byte a value) where four would take more than MOST_BYTES.

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
    fine, bounds = _are_fine(traces), _bounds(traces)
    names = list(
        dict.fromkeys(name for trace in traces for name in trace.gates)
    )  # the first cell's order first
    return {
        "columns": columns.pop(),
        "units": max(trace.num_units for trace in traces),
        "gates": [{"name": name, "label": GATE_NAMES[name]} for name in names],
        "moments": [
            {"label": moment.label, "traces": [_trace(trace, bounds, fine) for trace in moment.traces]}
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


def _are_fine(traces: Sequence[TraceView]) -> bool:
    """Tell whether there is room for four decimals of every value."""
    gates = [values for trace in traces for values in trace.gates.values()]
    num_values = sum(values.size for values in gates)
    if num_values > MOST_BYTES:
        raise ValueError(
            f"{num_values:,} gate values are more than the {MOST_BYTES:,} that one picture holds"
        )
    return sum(values.size * _bits(values, True) // 8 for values in gates) <= MOST_BYTES


def _bits(values: np.ndarray, fine: bool) -> int:
    """Return how wide the whole numbers have to be."""
    if not fine:
        return 8
    return 16 if _largest(values) * 10.0 ** _MOST_DECIMALS[16] <= _LARGEST[16] else 32


def _trace(trace: TraceView, bounds: dict[tuple[str, bool], float], fine: bool) -> dict[str, Any]:
    return {
        "title": trace.title,
        "tokens": marked_tokens(trace),
        "units": trace.num_units,
        "is_difference": trace.is_difference,
        "prediction": None if trace.prediction is None else [_number(p) for p in trace.prediction],
        "values": {
            name: {
                **_fixed_point(values, _bits(values, fine)),
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
