"""What the tanh net that comes with the app says of numbers larger than any it learned from: measured when asked."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st

from seqviz.experiments.fibonacci.train import scale_of
from seqviz.experiments.fibonacci.trained import NumberReader
from seqviz.lessons.recurrent_neuron.numbers import TERMS, number_reader
from seqviz.text.numbers_written import with_minus
from seqviz.ui.runs.trained import BUNDLED

BEYOND = ("it continues correctly", "it stops at a largest number", "it explodes")


@functools.lru_cache(maxsize=1)
def _read_on() -> tuple[np.ndarray, np.ndarray, float]:
    """The true numbers, the guess of each, and the largest answer that the net's weights allow."""
    reader: NumberReader = number_reader(BUNDLED)
    true, guesses = reader.guesses("tanh", 1, 1, TERMS.high)
    way = reader.unrolled("tanh", TERMS.low)
    return (
        true,
        guesses,
        float(np.abs(way.output_weights).sum() + way.output_bias) * scale_of(reader.experiment),
    )


def beyond_answer() -> str:
    """Return which of BEYOND the tanh net does."""
    true, guesses, _ = _read_on()
    if abs(guesses[-1] - true[-1]) < 0.1 * true[-1]:
        return BEYOND[0]
    return BEYOND[1] if abs(guesses[-1] - guesses[-2]) < 0.01 * abs(guesses[-2]) else BEYOND[2]


def reveal_beyond() -> None:
    """Show the last guesses beside the true numbers and the bound."""
    true, guesses, bound = _read_on()
    st.markdown(
        f"Given the true numbers up to {true[-2]:,.0f}, the tanh net guesses **{with_minus(guesses[-1], ',.1f')}** for "
        f"the next one, which is {true[-1]:,.0f}; for the one before it guessed {with_minus(guesses[-2], ',.1f')}. "
        f"Each unit lies between −1 and 1, so V·h + c cannot exceed the sum of all |V| and c: **{bound:,.1f}** for "
        "these weights. The ReLU net is linear while its units are above 0, and has no such bound."
    )
