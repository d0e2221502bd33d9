"""The forward net and the net of both directions, drawn as they read the first sentence."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from seqviz.corpora.teddy import LABELS
from seqviz.experiments.tagging.config import ARMS
from seqviz.experiments.tagging.trained import TaggingReader
from seqviz.ui.widgets.reading_nets.reading_nets import DrawnNet, reading_nets


def nets_part(reader: TaggingReader, tokens: Sequence[str], asked: int) -> None:
    """Draw both nets and say how to read the drawing.

    Args:
        reader: the nets.
        tokens: of the sentence, at least one.
        asked: the position that is marked at first.
    """
    reading_nets(
        [drawn_net(reader, arm, tokens) for arm in ARMS[:2]],
        tokens,
        LABELS,
        asked=asked,
        key="nets",
        label="The forward net and the net of both directions as they read the first sentence",
    )
    st.caption(
        "**How to read it.** A box is the state of one direction at one word, a bar for each unit: blue above 0, "
        "orange below. Arrows pass it on: to the right where the net reads forward, to the left where it reads from "
        "the end. Above stands the likeliest label. At the position asked, the box has a thick edge; what is faint has "
        "no part in its answer, and the words that the net has read there are framed."
    )


def drawn_net(reader: TaggingReader, arm: str, tokens: Sequence[str]) -> DrawnNet:
    """Return a net's first layer and its answers as it reads a sentence."""
    states = {
        one.direction: one.gates["hidden_state"] for one in reader.layers(arm, tokens) if one.layer == 0
    }
    return DrawnNet(arm, states, reader.probabilities(arm, tokens))
