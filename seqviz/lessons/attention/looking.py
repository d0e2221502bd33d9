"""Where the decoder looks at each step, and what becomes of a translation when it must look elsewhere."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.translation.trained import Translation, TranslationReader
from seqviz.figures.seq2seq import attention_matrix
from seqviz.lessons.attention.forcing import FORCE, forcing_part
from seqviz.ui import frame
from seqviz.ui.translation import part

SETTINGS = (*part.SETTINGS, FORCE)


def looking_part(shown: str) -> None:
    """Let a person translate, and show where the decoder looks.

    Args:
        shown: the run in the address, if it has left a net that translates; else BUNDLED.
    """
    part.translating_part(shown, _look)


def _look(net: TranslationReader, text: str, translation: Translation, step: int) -> None:
    if translation.attention is None:
        st.info(
            "This net has no attention: all that the decoder knows of the source is the context vector.",
            icon=":material/visibility_off:",
        )
        return
    left, right = st.columns([3, 2])
    with left:
        frame.figure(
            attention_matrix(translation.source, translation.written, translation.attention, step),
            key="attention_matrix",
            how_to_read="Each row sums to 1: what share of its look a written token gave to each source token.",
        )
    with right:
        forcing_part(net, text, translation, step)
