"""What the cell pages tell: the equations in the gates' colours, and answers computed from the nets at hand."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st
import torch

from seqviz.experiments.sentiment.trained import EncodedText, SentimentReader
from seqviz.figures.palette import GATE_COLOURS
from seqviz.models.cells.registry import cell_named
from seqviz.models.inspect.surgery import Clamp, Surgery, operate
from seqviz.ui.cells.nets import with_the_app


def equations(reader: SentimentReader, text: EncodedText) -> None:
    """Show the equations of a net's cell in the colours of the drawing."""
    cell = cell_named(reader.net.recurrent.cell)
    with st.expander("The equations, in the colours of the drawing", icon=":material/function:"):
        st.latex(r"\begin{aligned}" + r"\\".join(map(_coloured, cell.equations)) + r"\end{aligned}")
        st.caption(
            "σ(a) = 1 / (1 + e⁻ᵃ); ⊙ multiplies element by element. PyTorch keeps two biases, b and b′."
        )


def _coloured(equation: str) -> str:
    parts = equation.split("«")
    for k, part in enumerate(parts[1:], start=1):
        marked, rest = part.split("»", 1)
        gate, letters = marked.split("|")
        parts[k] = rf"\textcolor{{{GATE_COLOURS[gate]}}}{{{letters}}}{rest}"
    return "".join(parts).replace(" = ", " &= ", 1)


SHUT = ("yes, blind", "no, something still comes through")
OPEN = ("it remembers everything", "it forgets at every token", "it never takes anything in")
_PAIR = ("The film was never boring.", "The film was rather boring.")
_NOTHING = 1e-6  # a difference that rounding can make


def difference_behind(net: SentimentReader, pair: tuple[str, str], surgery: Surgery) -> float:
    """Return how far the last states lie apart after two texts: the norm of the difference of all units."""
    states = []
    for sentence in pair:
        text = net.encode(sentence)
        trace = operate(net.net, text.token_ids, text.tokens, surgery).trace
        states.append(trace.layers[0].gates["hidden_state"][-1])
    return float(np.linalg.norm(states[0] - states[1]))


@functools.lru_cache(maxsize=1)
def _apart() -> tuple[float, float]:
    """Return the difference behind the two sentences, in the net as it is and with every forget gate shut."""
    net, shut = with_the_app("lstm"), Surgery((Clamp("forget_gate", 0.0),))
    return difference_behind(net, _PAIR, Surgery()), difference_behind(net, _PAIR, shut)


def forget_shut_answer() -> str:
    """Return which of SHUT the net shows that the page opens with."""
    return SHUT[_apart()[1] > _NOTHING]


def reveal_forget_shut() -> None:
    """Show how much of an earlier word a net with every forget gate shut still has in its last state."""
    open_, closed = _apart()
    st.markdown(
        "Two sentences that differ in one word, two tokens before the full stop: *never boring.* and *rather boring.* "
        f"After the full stop the states lie **{open_:.3f}** apart in the net as it is, and **{closed:.3f}** with "
        "every forget gate held at 0. These are the last states themselves, not the answer, which rests on more than "
        "the last one. Where that is not 0: h₋₁ still enters every gate and the candidate, so the state hands the past "
        "on even where the memory is wiped."
    )


@functools.lru_cache(maxsize=1)
def _held_open() -> tuple[float, float]:
    """Return the largest |h| of the bundled GRU with every update gate held at 1, and its answer."""
    net = with_the_app("gru")
    text = net.encode(_PAIR[0])
    found = operate(net.net, text.token_ids, text.tokens, Surgery((Clamp("update_gate", 1.0),)))
    return float(np.abs(found.trace.layers[0].gates["hidden_state"]).max()), found.positive


def update_open_answer() -> str:
    """Return which of OPEN the bundled GRU shows: no state that ever leaves 0 is the last."""
    return OPEN[2] if _held_open()[0] < _NOTHING else OPEN[0]


def reveal_update_open() -> None:
    """Show what a GRU does whose update gate is held at 1."""
    largest, positive = _held_open()
    bias = float(torch.sigmoid(with_the_app("gru").net.output.bias.detach())[0])
    st.markdown(
        "In PyTorch's convention z = 1 keeps. The state starts at 0 and stays there: the largest |h| of any unit at "
        f"any token is **{largest:.4f}**, and the answer is **{positive:.4f}** to every sentence: the sigmoid of "
        f"the output's bias alone, {bias:.4f}. In the other convention, where z replaces, the same clamp would forget "
        "all at every token instead."
    )
