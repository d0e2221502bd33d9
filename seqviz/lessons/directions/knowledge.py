"""What each position of a tagger knows of a sentence, measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import streamlit as st

from seqviz.experiments.tagging.config import ARMS
from seqviz.experiments.tagging.trained import TaggingReader
from seqviz.figures.directions import knowledge
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Choice

WHOSE = Choice("whose", ARMS[:2], ARMS[1])


@st.fragment
def knowledge_part(reader: TaggingReader, tokens: Sequence[str]) -> None:
    """Draw what each position knows, measured in the taggers.

    Args:
        reader: the taggers.
        tokens: of the sentence, at least one.
    """
    arm = controls.choice(WHOSE, "Net")
    known = known_at_each_position(reader.influence(arm, tokens))
    frame.figure(
        knowledge(known, tokens, title="What each position knows"),
        key="knows",
        how_to_read="A row is a position; its cells say how far each word moves the states there, |dh_t/dx_k|, of all "
        "directions together. Empty cells are exactly 0: no state there has read that word.",
    )
    empty = int((known == 0).sum())
    st.markdown(f"{empty} of {known.size} cells are empty." if empty else "Every position knows every word.")


def known_at_each_position(influence: Mapping[str, np.ndarray]) -> np.ndarray:
    """Return how far each word moves the joined states at each position, (num_tokens t, num_tokens k).

    Args:
        influence: direction -> |dh_t / dx_k| of its states, as `TaggingReader.influence` returns it.
    """
    return np.sqrt(sum(norms**2 for norms in influence.values()))
