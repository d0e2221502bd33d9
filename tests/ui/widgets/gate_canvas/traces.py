"""Traces as the canvas is sent them, and the numbers that it has to show."""

from __future__ import annotations

from typing import Any

import numpy as np

from seqviz.figures.gate_payload import payload
from seqviz.figures.gates import Moment, TraceView, UnitOrder, difference
from seqviz.text.numbers_written import with_minus

TOKENS = ("not", "a", "good", "film")
NUM_UNITS = 3


def traces() -> dict[str, Any]:
    """Return the data of two nets, their difference, two moments and an order, with the wanted digits.

    `digits` are the written values of the moment "now": by trace, gate, token and unit.
    """
    now, early = (tuple(_trio(np.random.default_rng(seed))) for seed in (1, 2))
    order = UnitOrder("variance", {"cell_state": np.array([2, 0])})
    return {
        "data": payload([Moment("before", early), Moment("now", now)], [order]),
        "digits": [{gate: _written(trace, gate) for gate in trace.gates} for trace in now],
    }


def _trio(generator: np.random.Generator) -> list[TraceView]:
    def view(title: str) -> TraceView:
        shape = len(TOKENS), NUM_UNITS
        gates = {"forget_gate": generator.uniform(0, 1, shape), "cell_state": generator.uniform(-5, 5, shape)}
        return TraceView(title, TOKENS, gates, generator.uniform(0, 1, len(TOKENS)))

    first, second = view("one"), view("two")
    first.gates["cell_state"][1] = np.nan
    apart = difference(first, second)
    assert apart
    return [first, second, apart]


def _written(trace: TraceView, gate: str) -> list[list[str]]:
    """Return values with four decimals and a true minus, a difference's also with a plus; "–" where there is none."""
    spec = "+.4f" if trace.is_difference else ".4f"
    return [
        ["–" if np.isnan(value) else with_minus(value, spec) for value in row] for row in trace.gates[gate]
    ]
