"""The beam search of a translation, drawn as a tree."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.experiments.translation.trained import TranslationReader
from seqviz.figures.beam import Branch, beam_tree
from seqviz.models.decoding import BeamTree
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Number

WIDTH = Number("width", 1, 8, 3, 1)


def beam_part(net: TranslationReader, text: str) -> None:
    """Let a person choose the beam's width, and draw the search for the best translation of a text."""
    st.markdown("**Beam search**")
    width = controls.slider(WIDTH, "Beam width", help="Beginnings kept at each step; 1 is greedy.")
    tree = net.search(text, width)
    best = [net.target_vocabulary[k] for k in tree.tokens()]
    end = tree.nodes[tree.best]
    st.markdown(
        f"Best of the beam, at {with_minus(end.total / end.depth, '.3f')} nats per token (log-probability by length):"
    )
    st.text(net.text(tuple(best)))
    frame.figure(
        beam_tree(_branches(net, tree)),
        key="beam_tree",
        how_to_read="To the right, one token more; higher, likelier so far. Beginnings with a green point were "
        "kept, grey ones tried and dropped; the purple path is the answer. The search ends when every beginning that "
        "was kept has ended, or after "
        f"{net.longest} tokens; of the ended ones the likeliest for its length is taken.",
    )


def _branches(net: TranslationReader, tree: BeamTree) -> list[Branch]:
    path = set(tree.path(tree.best))
    return [
        Branch(
            node.parent,
            net.target_vocabulary[node.token],
            float(np.exp(node.log_probability)),
            node.total,
            node.depth,
            node.kept,
            k in path,
        )
        for k, node in enumerate(tree.nodes)
    ]
