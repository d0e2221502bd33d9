"""The part of a page that translates: the net, the source, the decoder's step, and what a lesson shows of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from seqviz.experiments.translation.trained import Translation, TranslationReader
from seqviz.runs.store.records import StoreError
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.trained import comes_with_the_app
from seqviz.ui.state.address import Number
from seqviz.ui.translation import nets
from seqviz.ui.translation.source import SOURCE, marked, source_line, unknown_in_words

STEP = Number("step", 1, 40, 7, 1)
SETTINGS = (nets.NET, SOURCE, STEP)

#: Draws what a lesson shows: the net, the text, its translation, and the decoder's step, from 0.
Draw = Callable[[TranslationReader, str, Translation, int], None]


@st.fragment
def translating_part(shown: str, draw: Draw) -> None:
    """Let a person translate and look into each step. A fragment: it redraws alone.

    Args:
        shown: the run that the page shows, if it has left a net; else BUNDLED.
        draw: what the lesson shows of a step.
    """
    net_id = nets.chosen_net(shown)
    try:
        net = nets.reader(net_id)
    except StoreError as error:  # the run was deleted since the page was drawn
        st.warning(escaped(str(error)), icon=":material/link_off:")
        return
    if comes_with_the_app(net_id):
        st.caption(nets.learned_from(net_id))
    text = source_line(net)
    if not net.tokens(text):
        st.info("Type at least one word to translate.", icon=":material/edit:")
        return
    if unknown := net.unknown(text):
        st.info(unknown_in_words(net.tokens(text), unknown), icon=":material/help:")
    translation = marked(net, net.translate(text))
    st.markdown("It reads and writes:")
    st.text(f"{' '.join(translation.source)}  →  {net.text(translation.written)}")
    draw(net, text, translation, _chosen_step(translation))


def _chosen_step(translation: Translation) -> int:
    steps = len(translation.written)
    chosen = controls.slider(STEP, "Decoder step", help="Arrow keys step through, once it has the focus.")
    if chosen > steps:
        st.caption(f"It wrote {steps} tokens; the last step is shown.")
    return min(chosen, steps) - 1
