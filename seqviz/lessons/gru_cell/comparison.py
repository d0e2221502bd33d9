"""RNN, LSTM and GRU side by side: what they hold, how many numbers they learn, how long a step takes."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st
from torch import nn

from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.sentiment import layer_parameters
from seqviz.runs.step_time import CELLS, TORCH_GRU, LayerSize, Spread, step_seconds
from seqviz.ui import controls
from seqviz.ui.state.address import Number, Setting
from seqviz.ui.state.session import remember

INPUT_SIZE = Number("input_size", 1, 512, 32, 1)
HIDDEN_SIZE = Number("hidden_size", 1, 512, 32, 1)
SETTINGS: tuple[Setting, ...] = (INPUT_SIZE, HIDDEN_SIZE)
LARGEST_TIMED = 256
HOLDS = {
    "rnn": ("none", "h"),
    "lstm": ("input, forget, output", "h and c"),
    "gru": ("reset, update", "h"),
}


LAYERS = {
    "rnn": "RNN, PyTorch's `torch.rnn_tanh`",
    "lstm": "LSTM, PyTorch's `torch.lstm`",
    "gru": "GRU, the app's own",
    TORCH_GRU: "GRU, PyTorch's `nn.GRU`",
}


@dataclass
class Measured:
    """Times measured in this session: (input size, hidden size) -> layer -> seconds."""

    seconds: dict[tuple[int, int], dict[str, Spread]] = field(default_factory=dict)


@st.fragment
def comparison_part() -> None:
    """Draw the table, for sizes that a person sets; time is measured when asked for."""
    st.subheader("The three cells side by side")
    left, right = st.columns(2)
    with left:
        inputs = controls.slider(INPUT_SIZE, "Numbers in a token's vector, x")
    with right:
        units = controls.slider(HIDDEN_SIZE, "Units, h")
    st.table([_row(cell, inputs, units) for cell in CELLS])
    _time_button(inputs, units)
    _times(remember(Measured).seconds.get((inputs, units), {}))
    gru, lstm = (layer_parameters(cell, inputs, units) for cell in ("gru", "lstm"))
    k_gru, k_lstm = (layer_parameters(cell, inputs, units, "keras") for cell in ("gru", "lstm"))
    st.markdown(
        f"A GRU has three blocks of weights where an LSTM has four: {gru:,} / {lstm:,} = **{gru / lstm:.4f}** in "
        f"PyTorch, whatever the sizes. In Keras it is {k_gru:,} / {k_lstm:,} = **{k_gru / k_lstm:.4f}**, because "
        "there the LSTM has one bias a block and the GRU two (its reset gate acts after the product, as in PyTorch)."
    )


def _row(cell: Cell, inputs: int, units: int) -> dict[str, str]:
    gates, states = HOLDS[cell]
    return {
        "Cell": cell.upper(),
        "Gates": gates,
        "States": states,
        "PyTorch, by formula": f"{_formula(cell, 'pytorch')} = {layer_parameters(cell, inputs, units):,}",
        "counted": f"{_counted(cell, inputs, units):,}",
        "Keras, by formula": f"{_formula(cell, 'keras')} = {layer_parameters(cell, inputs, units, 'keras'):,}",
    }


def _formula(cell: Cell, library: str) -> str:
    """Write what `layer_parameters` computes, in the letters of the sliders; told apart by the biases."""
    kind = cell_named(cell)
    biases = kind.parameters(1, 1, library) // len(kind.blocks) - 2
    blocks = f"{len(kind.blocks)} · " if len(kind.blocks) > 1 else ""
    return f"{blocks}(h·x + h·h + {'h' if biases == 1 else f'{biases}·h'})"


def _counted(cell: Cell, inputs: int, units: int) -> int:
    """Count the numbers in PyTorch's own layer, which is made without memory for them."""
    made = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[cell](inputs, units, device="meta")
    return sum(weight.numel() for weight in made.parameters())


def _time_button(inputs: int, units: int) -> None:
    st.button(
        "Measure the time per training step here",
        icon=":material/timer:",
        on_click=_measure,
        args=(inputs, units),
    )
    st.caption(
        "One layer, 32 texts of 50 tokens, forward, backward and Adam, on one core of this computer, the layers in "
        f"turn (sizes above {LARGEST_TIMED} are timed at {LARGEST_TIMED}). Whatever else the computer does makes it "
        "slower: press again and compare."
    )


def _times(times: dict[str, Spread]) -> None:
    """Show what was measured; nothing before the button was pressed."""
    if not times:
        return
    st.table([{"Layer": LAYERS[name], "Time per step": _written(spread)} for name, spread in times.items()])
    lstm, ours, theirs = (times[name].median for name in ("lstm", "gru", TORCH_GRU))
    st.markdown(
        "The app trains its GRUs with an operation of its own, whose gradient is derived by hand; RNN and LSTM are "
        f"PyTorch's. To an LSTM's step, a GRU's is here **{ours / lstm:.1f}** times as long with ours and "
        f"**{theirs / lstm:.1f}** times with `nn.GRU`: the library decides, not only the number of parameters."
    )


def _written(spread: Spread) -> str:
    low, median, high = (1000 * seconds for seconds in (spread.low, spread.median, spread.high))
    return f"{median:.2f} ms (median; a quarter of the steps took less than {low:.2f}, a quarter more than {high:.2f})"


def _measure(inputs: int, units: int) -> None:
    size = LayerSize(min(inputs, LARGEST_TIMED), min(units, LARGEST_TIMED))
    remember(Measured).seconds[inputs, units] = step_seconds(size)
