"""The equations of one unit at one token, with the numbers in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.figures.palette import GATE_NAMES
from seqviz.lessons.gate_inspector.reading import Reading
from seqviz.models.cells.kind import BEFORE
from seqviz.models.cells.registry import cell_named
from seqviz.models.inspect.arithmetic import UnitStep, unit_step, worked_out
from seqviz.models.inspect.gate_sums import GateSum

_BEFORE_NAME = {
    "forward": "the token before",
    "reverse": "the token after (this direction reads from the end)",
}


@dataclass(frozen=True)
class Sheet:
    """A unit's arithmetic, every number written with as many decimals as the result needs.

    Attributes:
        sums: one row a gate: what is summed, the sum, what the squashing makes of it.
        states: the lines after the gates, LaTeX.
    """

    sums: pd.DataFrame
    states: tuple[str, ...]


def sheet(step: UnitStep) -> Sheet:
    """Write a unit's arithmetic down."""
    found = worked_out(step.cell, step.sums, step.before, step.decimals)
    rows = [_row(step, one, found) for one in step.sums]
    return Sheet(pd.DataFrame(rows).set_index("gate"), tuple(_states(step, found)))


def _row(step: UnitStep, one: GateSum, found: dict[str, float]) -> dict[str, str]:
    write = f"{{:.{step.decimals}f}}".format
    gate = cell_named(step.cell).gated_product.get(one.name)
    from_input, from_state, bias, state_bias = one.parts()
    squashing = "σ" if one.name.endswith("_gate") else "tanh"
    row = {
        "gate": GATE_NAMES[one.name],
        "W x": write(from_input),
        "U h₋₁": f"{write(found[gate])} · ({write(from_state)}" if gate else write(from_state),
        "bias": write(bias),
        "bias′": f"{write(state_bias)})" if gate else write(state_bias),
        **_seen(step, one, found),
        "sum": write(found[f"{one.name}_sum"]),
        "squashed": f"{squashing} → {found[one.name]:.{step.shown}f}",
    }
    return {column: text.replace("-", "\N{MINUS SIGN}") for column, text in row.items()}


def _seen(step: UnitStep, one: GateSum, found: dict[str, float]) -> dict[str, str]:
    """Write what a gate adds for the cell state it sees, in a column that only cells with peepholes have."""
    if not cell_named(step.cell).peepholes:
        return {}
    if one.peephole is None:
        return {"p c": ""}
    states = found | {name + BEFORE: value for name, value in step.before.items()}
    return {
        "p c": f"{one.peephole.weight:.{step.decimals}f} · {states[one.peephole.state]:.{step.decimals}f}"
    }


def _states(step: UnitStep, found: dict[str, float]) -> list[str]:
    """Write each state's equation in numbers, as the cell has it; its result has the digits that are certain."""
    numbers = {name: f"{value:.{step.decimals}f}" for name, value in found.items()}
    numbers |= {name + BEFORE: f"{value:.{step.decimals}f}" for name, value in step.before.items()}
    return [
        _aligned(
            *(re.sub("«(.+?)»", lambda match: numbers[match[1]], line) for line in lines),
            rf"&= {found[name]:.{step.shown}f}",
        )
        for name, lines in cell_named(step.cell).in_numbers.items()
    ]


def _aligned(*lines: str) -> str:
    return r"\small\begin{aligned}" + r" \\ ".join(lines) + r"\end{aligned}"


def products(one: GateSum) -> pd.DataFrame:
    """Return every product that goes into a gate, the largest first."""
    inputs = [f"x[{k}]" for k in range(len(one.inputs))]
    states = [f"h₋₁[{k}]" for k in range(len(one.state))]
    weights, values = (
        np.concatenate([one.input_weights, one.state_weights]),
        np.concatenate([one.inputs, one.state]),
    )
    table = pd.DataFrame(
        {"from": inputs + states, "weight": weights, "value": values, "product": weights * values}
    )
    if one.peephole:
        weight, value = one.peephole.weight, one.peephole.value
        table.loc[len(table)] = (one.peephole.state.replace("cell_state", "c"), weight, value, weight * value)
    return table.iloc[np.argsort(-np.abs(table["product"].to_numpy()), kind="stable")].reset_index(drop=True)


def show(reading: Reading, layer: str, unit: int, token: int | None, whose: str) -> None:
    """Show the chosen unit's arithmetic at the chosen token of the first text; `whose` names what read it."""
    st.subheader("The arithmetic behind the numbers")
    one = reading.layer(layer)
    unit = min(unit, next(iter(one.gates.values())).shape[1] - 1)
    if token is None:
        st.caption("The first text has no token in this column: choose another one.")
        return
    step = unit_step(
        reading.reader.net, reading.token_ids, reading.trace, one.layer, one.direction, unit, token
    )
    written = sheet(step)
    st.text(
        f"Unit {unit} of layer {layer.replace(' ', ', ')} at token {token + 1}: {reading.tokens[token]} ({whose})"
    )
    st.table(written.sums)
    for line in written.states:
        st.latex(line)
    st.caption(_how_to_read(step, one.direction))
    for note in _notes(step):
        st.caption(note)
    _show_products(step)


def _notes(step: UnitStep) -> list[str]:
    """Say what is not the same in every cell: a bracket that a gate multiplies, and what a gate sees."""
    notes = [
        f"In the {block}'s row, *U h₋₁* and *bias′* stand in one bracket, which the {gate.replace('_', ' ')} "
        "multiplies."
        for block, gate in cell_named(step.cell).gated_product.items()
    ]
    seen = [
        f"the {GATE_NAMES[one.name]} sees c {'before' if one.peephole.state.endswith(BEFORE) else 'after'} this token"
        for one in step.sums
        if one.peephole
    ]
    if seen:
        notes.append(
            f"*p c* is the peephole, the unit's own weight times its own cell state: {', '.join(seen)}."
        )
    return notes


def _how_to_read(step: UnitStep, direction: str) -> str:
    return (
        f"**How to read it.** *W x* is what the token says to this unit ({len(step.sums[0].inputs)} products, summed), "
        f"*U h₋₁* what the state at {_BEFORE_NAME[direction]} says ({len(step.sums[0].state)} products). Every "
        f"number is rounded to {step.decimals} decimals as soon as it is written down; worked out from these, "
        f"the results agree with the net's own values in all {step.shown} decimals shown."
    )


def _show_products(step: UnitStep) -> None:
    with st.expander("Every single product", icon=":material/calculate:"):
        names = {GATE_NAMES[one.name]: one for one in step.sums}
        chosen = st.segmented_control(
            "Gate", list(names), default=next(iter(names)), required=True, key="products"
        )
        table = products(names[chosen or next(iter(names))])
        st.dataframe(table, hide_index=True, height=280)
        st.caption(
            f"The {len(table)} products add up to {table['product'].sum():.{step.decimals}f}; "
            "the two biases come on top."
        )
