"""Memorised or invented: which stretches of a written text stand in the training text."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from seqviz.corpora.records import CorpusError
from seqviz.experiments.language_model.trained import LanguageReader
from seqviz.lessons.text_generation import nets
from seqviz.lessons.text_generation.texts import offer_text
from seqviz.text.verbatim_overlap import Span, share_memorised, verbatim_spans
from seqviz.ui import controls
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Number

SHARE = ("it rises", "it falls", "it stays")
CLEARLY = 0.05  # of the text: a smaller difference is the luck of the drawing
SHORTEST_SPAN = Number("span", 5, 100, 25, 5)


def memorised(model: LanguageReader, before: list[str], new: list[str]) -> np.ndarray | None:
    """Mark the new symbols that lie in a stretch of the training text; None where that is not on this computer."""
    try:
        training = model.prose.train
    except CorpusError:
        return None
    shortest = controls.slider(
        SHORTEST_SPAN, "Underline what stands in the training text, from so many characters"
    )
    spans = verbatim_spans("".join(new), training, shortest)
    ends = np.cumsum([len(piece) for piece in new])
    marks = np.zeros(len(before) + len(new))
    for span in spans:
        inside = (ends > span.start) & (ends - [len(piece) for piece in new] < span.end)
        marks[len(before) :][inside] = 1
    st.caption(_said_of(spans, "".join(new), shortest))
    return marks


def say_what_is_missing(model: LanguageReader) -> None:
    """Say why nothing is underlined, and offer the text where it can be had."""
    try:
        model.prose  # noqa: B018  (asked for what it raises)
    except CorpusError as error:
        st.caption(f"{escaped(str(error))} With it, what the net has written word for word is underlined.")
        offer_text(model.experiment.corpus, "memorised")


def _said_of(spans: list[Span], text: str, shortest: int) -> str:
    if not spans:
        return f"No stretch of {shortest} characters or more of it stands in the training text: all invented."
    return (
        f"{share_memorised(text, spans):.0%} of it stands word for word in the training text "
        f"({counted(len(spans), 'stretch', 'stretches')}, the longest of {max(map(len, spans))} characters)."
    )


def temperature_answer() -> str:
    """Return which of SHARE the net that the page opens with shows from temperature 1 down to 0.2."""
    cold, *_, warm = measured()["shares"]
    if abs(cold - warm) < CLEARLY:
        return SHARE[2]
    return SHARE[0] if cold > warm else SHARE[1]


def reveal_temperature() -> None:
    """Say the share of memorised text over temperatures, as it was measured when the net had been trained."""
    found = measured()
    shares = zip(found["temperatures"], found["shares"], strict=True)
    st.markdown(
        f"Measured when the net of *Emma* had been trained, {min(found['characters']):,} characters each, stretches of "
        f"{found['shortest']} characters or more: "
        + ", ".join(f"**{share:.0%}** at {temperature:g}" for temperature, share in shares)
        + ". One text a temperature, all with one seed."
    )


def measured() -> dict[str, Any]:
    """Return what `shares_by_temperature` has found of the net that the page opens with."""
    return nets.noted(nets.EMMA, "memorised")
