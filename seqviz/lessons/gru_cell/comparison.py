"""The cells side by side: what they hold, how many numbers they learn, how long a step takes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import streamlit as st

from seqviz.models.cells.kind import CellKind
from seqviz.models.cells.registry import CELLS, cell_named
from seqviz.models.stack import RecurrentStack
from seqviz.runs.step_time import TORCH_GRU, LayerSize, Spread, step_seconds
from seqviz.ui import controls
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number, Setting
from seqviz.ui.state.session import remember

INPUT_SIZE = Number("input_size", 1, 512, 32, 1)
HIDDEN_SIZE = Number("hidden_size", 1, 512, 32, 1)
SETTINGS: tuple[Setting, ...] = (INPUT_SIZE, HIDDEN_SIZE)
LARGEST_TIMED = 256
_LETTERS = {"hidden_state": "h", "cell_state": "c"}
_SIZES: dict[str | int, str] = {"input_size": "x", "hidden_size": "h"}


@dataclass
class Measured:
    """Times measured in this session: (input size, hidden size) -> layer -> seconds."""

    seconds: dict[tuple[int, int], dict[str, Spread]] = field(default_factory=dict)


@st.fragment
def comparison_part() -> None:
    """Draw the table, for sizes that a person sets; time is measured when asked for."""
    st.subheader("The cells side by side")
    left, right = st.columns(2)
    with left:
        inputs = controls.slider(INPUT_SIZE, "Numbers in a token's vector, x")
    with right:
        units = controls.slider(HIDDEN_SIZE, "Units, h")
    st.table([_row(kind, inputs, units) for kind in CELLS.values()])
    _time_button(inputs, units)
    _times(remember(Measured).seconds.get((inputs, units), {}))
    lstm, gru = cell_named("lstm"), cell_named("gru")
    in_torch, in_keras = (
        [cell.parameters(inputs, units, library) for cell in (gru, lstm)] for library in ("pytorch", "keras")
    )
    st.markdown(
        f"A GRU has three blocks of weights where an LSTM has four: {_share(*in_torch)} in "
        f"PyTorch, whatever the sizes. In Keras it is {_share(*in_keras)}, because "
        "there the LSTM has one bias a block and the GRU two (its reset gate acts after the product, as in PyTorch)."
    )


def on_screen() -> tuple[tuple[int, int], dict[str, Spread]]:
    """Return the sizes that are set, of a token's vector and of the layer, and the times measured at them by layer."""
    sizes = (page_state.value(INPUT_SIZE), page_state.value(HIDDEN_SIZE))
    return sizes, remember(Measured).seconds.get(sizes, {})


def _share(part: int, whole: int) -> str:
    return f"{part:,} / {whole:,} = **{part / whole:.4f}**"


def _row(kind: CellKind, inputs: int, units: int) -> dict[str, str]:
    gates = [block.removesuffix("_gate") for block in kind.blocks if block.endswith("_gate")]
    return {
        "Cell": kind.title,
        "Gates": ", ".join(gates) or "none",
        "States": " and ".join(_LETTERS.get(state, state) for state in kind.states),
        "PyTorch, by formula": f"{_formula(kind, 'pytorch')} = {kind.parameters(inputs, units):,}",
        "counted": f"{_counted(kind, inputs, units):,}",
        "Keras, by formula": _in_keras(kind, inputs, units),
    }


def _in_keras(kind: CellKind, inputs: int, units: int) -> str:
    if kind.keras_layer_name is None:
        return "no such layer"
    return f"{_formula(kind, 'keras')} = {kind.parameters(inputs, units, 'keras'):,}"


def _formula(kind: CellKind, library: str) -> str:
    """Write what `CellKind.parameters` computes, in the letters of the sliders."""
    blocks = f"{len(kind.blocks)} · " if len(kind.blocks) > 1 else ""
    biases = _times_over("h", kind.biases(library))
    further = Counter(
        "·".join(_SIZES.get(side, str(side)) for side in shape) for shape in kind.further_weights.values()
    )
    return f"{blocks}(h·x + h·h + {biases})" + "".join(f" + {_times_over(*each)}" for each in further.items())


def _times_over(product: str, count: int) -> str:
    return product if count == 1 else f"{count}·{product}"


def _counted(kind: CellKind, inputs: int, units: int) -> int:
    """Count the numbers in PyTorch's own layer, which is made without memory for them; where it has none, in ours."""
    layer = kind.torch_layer(inputs, units, device="meta") or RecurrentStack(kind.name, inputs, (units,))
    return sum(weight.numel() for weight in layer.parameters())


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
    st.table([{"Layer": _layer(name), "Time per step": _written(spread)} for name, spread in times.items()])
    lstm, ours, theirs = times["lstm"].median, times["gru"].median, times[TORCH_GRU].median
    st.markdown(
        "The app trains its GRUs with an operation of its own, whose gradient is derived by hand; RNN and LSTM are "
        f"PyTorch's. To an LSTM's step, a GRU's is here **{ours / lstm:.1f}** times as long with ours and "
        f"**{theirs / lstm:.1f}** times with `nn.GRU`: the library decides, not only the number of parameters."
    )


def _layer(name: str) -> str:
    """Name what was timed: a cell as the app trains it, or PyTorch's GRU."""
    if name in CELLS:
        return f"{CELLS[name].title}, {CELLS[name].trained_with}"
    return "GRU, PyTorch's `nn.GRU`"


def _written(spread: Spread) -> str:
    low, median, high = (1000 * seconds for seconds in (spread.low, spread.median, spread.high))
    return f"{median:.2f} ms (median; a quarter of the steps took less than {low:.2f}, a quarter more than {high:.2f})"


def _measure(inputs: int, units: int) -> None:
    size = LayerSize(min(inputs, LARGEST_TIMED), min(units, LARGEST_TIMED))
    remember(Measured).seconds[inputs, units] = step_seconds(size)
