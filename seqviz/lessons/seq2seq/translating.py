"""A person's own source, translated step by step: states, attention, what may come, and the beam's tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import streamlit as st

from seqviz.corpora.pairs import joined
from seqviz.experiments.translation.trained import Translation, TranslationReader
from seqviz.figures.language import next_symbol
from seqviz.figures.seq2seq import attention_matrix, encoder_and_decoder
from seqviz.lessons.seq2seq import nets
from seqviz.lessons.seq2seq.beam import WIDTH, beam_part
from seqviz.lessons.seq2seq.forcing import EXAMPLES, FORCE, forcing_part
from seqviz.models.seq2seq import SPECIALS
from seqviz.runs.store.records import StoreError
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.trained import comes_with_the_app
from seqviz.ui.state.address import Number, Text

SOURCE = Text("source", "", 2000)
STEP = Number("step", 1, 40, 7, 1)
#: Tokens that a net of a person's own pairs reads before anything is typed.
KNOWN_READ = 3
MOST_UNKNOWN_SHOWN = 8
SETTINGS = (nets.NET, SOURCE, STEP, WIDTH, FORCE)


@st.fragment
def translating_part(shown: str) -> None:
    """Let a person translate and look into each step. A fragment: it redraws alone.

    Args:
        shown: the run that the page shows, if it has left a net; else BUNDLED.
    """
    net_id = nets.chosen_net(shown)
    try:
        net = nets.reader(net_id)
    except StoreError as error:  # the run was deleted since the page was drawn
        st.warning(escaped(str(error)), icon=":material/link_off:")
        return
    if comes_with_the_app(net_id):
        st.caption(nets.learned_from(net_id))
    text = _source(net)
    if not net.tokens(text):
        st.info("Type at least one word to translate.", icon=":material/edit:")
        return
    if unknown := net.unknown(text):
        st.info(unknown_in_words(net.tokens(text), unknown), icon=":material/help:")
    _translated(net, text)


def _translated(net: TranslationReader, text: str) -> None:
    """Show a text with its translation, and how the net came by it."""
    translation = marked(net, net.translate(text))
    st.markdown("It reads and writes:")
    st.text(f"{' '.join(translation.source)}  →  {net.text(translation.written)}")
    step = _chosen_step(translation)
    _step_by_step(translation, step)
    left, right = st.columns([3, 2])
    with left:
        _next(net, translation, step)
    with right:
        if translation.attention is not None:
            forcing_part(net, text, translation, step)
    beam_part(net, text)


def _source(net: TranslationReader) -> str:
    """Let a person type a source; return it, or the task's example where it is empty."""
    example = example_of(net)
    text = controls.line(SOURCE, "Your own source", help=f"Left empty, it reads “{escaped(example)}”.")
    return text if net.tokens(text) else example


def example_of(net: TranslationReader) -> str:
    """Return a source that the net can read: the task's, or the first tokens it knows of a person's own pairs."""
    known = net.source_vocabulary[len(SPECIALS) :]
    return EXAMPLES.get(net.experiment.task) or joined(known[:KNOWN_READ], net.source_unit)


def unknown_in_words(tokens: Sequence[str], unknown: Sequence[str]) -> str:
    """Say which tokens the net does not know, and when it knows none.

    Args:
        tokens: all that it reads.
        unknown: those that it does not know, at least one, each once.
    """
    shown = escaped(", ".join(unknown[:MOST_UNKNOWN_SHOWN]))
    said = f"Not in its vocabulary, so read as unknown and marked ‹ ›: {shown}"
    if set(tokens) - set(unknown):
        return said
    return f"{said}. It knows nothing of this text, so what it writes says nothing about it."


def marked(net: TranslationReader, translation: Translation) -> Translation:
    """Return a translation in whose source the tokens that the net does not know stand in ‹ ›."""
    known = set(net.source_vocabulary)
    tokens = tuple(token if token in known else f"‹{token}›" for token in translation.source)
    return replace(translation, source=tokens)


def _chosen_step(translation: Translation) -> int:
    steps = len(translation.written)
    chosen = controls.slider(STEP, "Decoder step", help="Arrow keys step through, once it has the focus.")
    if chosen > steps:
        st.caption(f"It wrote {steps} tokens; the last step is shown.")
    return min(chosen, steps) - 1


def _step_by_step(translation: Translation, step: int) -> None:
    left, right = st.columns([3, 2])
    with left:
        _states(translation, step)
    with right:
        _attention(translation, step)


def _states(translation: Translation, step: int) -> None:
    frame.figure(
        encoder_and_decoder(
            translation.source,
            translation.written,
            translation.encoder_states,
            translation.decoder_states,
            step,
        ),
        key="net_states",
        how_to_read="Blue units are above 0, orange ones below. The encoder reads from left to right; the "
        "marked column is the context vector, from which the decoder starts. It writes until [END].",
    )


def _attention(translation: Translation, step: int) -> None:
    if translation.attention is None:
        st.info(
            "This net has no attention: all that the decoder knows of the source is the context vector.",
            icon=":material/visibility_off:",
        )
        return
    frame.figure(
        attention_matrix(translation.source, translation.written, translation.attention, step),
        key="attention_matrix",
        how_to_read="Each row sums to 1: what share of its look a written token gave to each source token.",
    )


def _next(net: TranslationReader, translation: Translation, step: int) -> None:
    row = translation.probabilities[step]
    order = np.argsort(-row, kind="stable")[:8]
    tokens = [net.target_vocabulary[k] for k in order]
    chosen = np.array([float(token == translation.written[step]) for token in tokens])
    frame.figure(
        next_symbol(tokens, row[order], chosen, taken=translation.written[step], rule_name="greedy takes"),
        key="candidates",
        how_to_read=f"Step {step + 1}: green, how likely the decoder finds each next token; purple, what greedy "
        "writing takes: always the likeliest that may be written.",
    )
