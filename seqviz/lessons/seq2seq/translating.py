"""What encoder and decoder hold at each step, what may come next, and the beam's tree."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.experiments.translation.trained import Translation, TranslationReader
from seqviz.figures.language import next_symbol
from seqviz.figures.seq2seq import encoder_and_decoder
from seqviz.lessons.seq2seq.beam import WIDTH, beam_part
from seqviz.ui import frame
from seqviz.ui.translation import part

SETTINGS = (*part.SETTINGS, WIDTH)


def translating_part(shown: str) -> None:
    """Let a person translate and look into each step.

    Args:
        shown: the run that the page shows, if it has left a net; else BUNDLED.
    """
    part.translating_part(shown, _steps)


def _steps(net: TranslationReader, text: str, translation: Translation, step: int) -> None:
    left, right = st.columns([3, 2])
    with left:
        _states(translation, step)
    with right:
        _next(net, translation, step)
    beam_part(net, text)


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
