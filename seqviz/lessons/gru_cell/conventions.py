"""The GRU's conventions side by side, with the numbers of a trained net."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st
import torch

from seqviz.experiments.sentiment.trained import EncodedText, SentimentReader
from seqviz.figures.conventions import states_by_convention
from seqviz.models.cells.gru.conventions import ConventionReading, read_by_convention, with_update_gate_turned
from seqviz.models.cells.values import CellWeights
from seqviz.models.inspect.gates import reading
from seqviz.text.numbers_written import with_minus
from seqviz.ui import frame
from seqviz.ui.cells.nets import with_the_app
from seqviz.ui.state.position import position

SAME = 1e-5  # states closer than this agree in all decimals shown
TRIED = "The film was never boring."


def conventions_part(net: SentimentReader, text: EncodedText) -> None:
    """Read a text with the weights of a GRU's first layer under each convention; draws the page's position.

    Args:
        net: the GRU that the drawing looks into.
        text: what it reads there.
    """
    st.subheader("Three ways to write a GRU")
    weights = net.net.recurrent.weights(0, "forward")
    with reading(net.net):
        vectors = net.net.vectors(torch.from_numpy(text.token_ids).unsqueeze(0))[0]
    readings = read_by_convention(vectors, weights)
    turned = read_by_convention(vectors, with_update_gate_turned(weights))[2]
    token, unit = min(position().token, len(text.tokens) - 1), min(position().unit, weights.hidden_size - 1)
    st.table([_row(each, token, unit) for each in readings])
    _draw(text.tokens, readings, token, unit)
    gap = float(np.abs(turned.gates["hidden_state"] - readings[1].gates["hidden_state"]).max())
    st.markdown(
        "Which side z multiplies is only a name: with the update gate's weights negated, Chung's equations give Cho's "
        f"states back (largest difference here: {gap:.1e}). {_where_the_reset_acts(weights, readings)}"
    )


def _where_the_reset_acts(weights: CellWeights, readings: tuple[ConventionReading, ...]) -> str:
    """Say whether it matters, for this net and this text, on which side of the product the reset gate stands."""
    apart = _apart(readings)
    if apart > SAME:
        return (
            "Where the reset gate acts is not: no change of sign turns the first line into the second, whose states "
            f"differ by up to **{apart:.4f}** over this text."
        )
    why = (
        "the candidate's recurrent weights U are all 0 in this net, so there is no product to reset"
        if not weights.weight_hh.chunk(3)[2].any()
        else "the reset gates stand wide open, or there is no past yet"
    )
    return f"Where the reset gate acts is not, in general; here the first two lines agree, for {why}."


def _apart(readings: tuple[ConventionReading, ...]) -> float:
    """Return the largest difference of a state between resetting after the product and before it."""
    after, before = (each.gates["hidden_state"] for each in readings[:2])
    return float(np.abs(after - before).max())


@functools.lru_cache(maxsize=1)
def apart_when_trained() -> str:
    """Say how far apart the two conventions' states lie in the GRU that comes with the app."""
    net = with_the_app("gru")
    text = net.encode(TRIED)
    with reading(net.net):
        vectors = net.net.vectors(torch.from_numpy(text.token_ids).unsqueeze(0))[0]
    apart = _apart(read_by_convention(vectors, net.net.recurrent.weights(0, "forward")))
    return f"With the weights of the trained net, the states differ by up to {apart:.3f} over “{TRIED}”"


def _draw(tokens: tuple[str, ...], readings: tuple[ConventionReading, ...], token: int, unit: int) -> None:
    frame.figure(
        states_by_convention(
            tokens,
            {each.convention.name: each.gates["hidden_state"][:, unit] for each in readings},
            token,
            unit,
        ),
        key="conventions",
        how_to_read="The same weights, of the first layer reading forward, and the same text; only the equations "
        "differ. The dotted line is the token chosen in the drawing.",
    )


def _row(each: ConventionReading, token: int, unit: int) -> dict[str, str]:
    gates = each.gates
    return {
        "As in": each.convention.name,
        "z = 1": f"{each.convention.update_gate} the old state",
        "r acts": f"{each.convention.reset} the product with U",
        "r": f"{gates['reset_gate'][token, unit]:.4f}",
        "z": f"{gates['update_gate'][token, unit]:.4f}",
        "n": with_minus(gates["candidate"][token, unit], "+.4f"),
        "h": with_minus(gates["hidden_state"][token, unit], "+.4f"),
    }
