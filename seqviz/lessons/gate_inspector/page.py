"""The parts of the gate inspector around its canvas: what was lost, downloads, the guess."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.sentiment.trained import EncodedText
from seqviz.figures.gate_tables import csv_table, npz_arrays
from seqviz.lessons.gate_inspector.comparison import Picture
from seqviz.lessons.gate_inspector.reading import Reading
from seqviz.lessons.gate_inspector.units import follows_prediction
from seqviz.text.numbers_written import with_minus
from seqviz.ui import frame
from seqviz.ui.durations import counted

MOST_UNKNOWN_SHOWN = 8
GUESSES = ("below 0.5", "from 0.5 to 0.9", "above 0.9")


def say_what_was_lost(reading: Reading) -> None:
    """Say what the net did not see of the text as it was typed."""
    if reading.num_cut:
        st.info(
            f"The picture holds {counted(len(reading.tokens), 'token')}; the last "
            f"{counted(reading.num_cut, 'token')} of this text were cut off.",
            icon=":material/content_cut:",
        )
    longest = reading.reader.experiment.max_length
    if len(reading.tokens) > longest:
        st.caption(
            f"The net learned from at most {longest} tokens of a review; "
            f"here it reads all {counted(len(reading.tokens), 'token')}."
        )
    if reading.path is None:
        st.caption(
            "Read from both ends, so long a text has no prediction after each token: it would take too long."
        )
    text = EncodedText(reading.tokens, reading.token_ids, 0)
    if text.unknown:
        more = " …" if len(text.unknown) > MOST_UNKNOWN_SHOWN else ""
        shown = " · ".join(text.unknown[:MOST_UNKNOWN_SHOWN]) + more
        st.text(f"Not in the net's vocabulary, so all read as one and the same unknown word: {shown}")
    if text.is_unknown.all():
        st.caption("The net has read nothing else: its answer says nothing about this text.")


def downloads(picture: Picture) -> None:
    """Offer everything shown as a table and as arrays."""
    with st.container(horizontal=True):
        st.download_button(
            "All values as CSV",
            lambda: csv_table(picture.everything),
            "gates.csv",
            "text/csv",
            icon=":material/table:",
            on_click="ignore",
        )
        st.download_button(
            "All values as NPZ",
            lambda: npz_arrays(picture.everything),
            "gates.npz",
            "application/octet-stream",
            icon=":material/data_array:",
            on_click="ignore",
        )
        st.caption("PNG and SVG of the picture: the buttons above it.")


def guess(reading: Reading, layer: str) -> None:
    """Ask how closely one unit alone goes with the answer, then tell."""
    found = follows_prediction(reading, layer)
    if found is None:
        return
    unit, r = found
    answer = GUESSES[0] if abs(r) < 0.5 else GUESSES[1] if abs(r) <= 0.9 else GUESSES[2]
    num_units = reading.layer(layer).gates["hidden_state"].shape[1]
    frame.predict(
        "Take the one unit whose hidden state follows the net's answer best after each token of this sentence. "
        "How large is the correlation |r|?",
        GUESSES,
        f"It is unit {unit}, with r = {with_minus(r, '.3f')} over {counted(len(reading.tokens), 'token')}. Do not "
        f"read too much into it: among {num_units} units some one will go with almost anything over so few tokens. "
        "*Find a unit* asks the same of many reviews, with a control beside it.",
        answer=answer,
    )
