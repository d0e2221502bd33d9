"""What the nets that come with the app answer to the two sentences of each of our pairs."""

from __future__ import annotations

import functools

import streamlit as st

from seqviz.experiments.word_order.config import ARMS
from seqviz.experiments.word_order.pairs import PAIRS
from seqviz.lessons.why_sequence.word_order import order_reader
from seqviz.text.tokens import words
from seqviz.ui.runs.trained import BUNDLED

ANSWERS = ("the same to both", "the opposite, as is right", "it depends on the pair")
Answer = tuple[float, float]


@functools.lru_cache(maxsize=1)
def answers_on_pairs() -> dict[str, tuple[Answer, ...]]:
    """Return the probability of positive for the positive and the negative sentence of each pair: net -> pairs."""
    reader = order_reader(BUNDLED)
    found = [[reader.positive(words(sentence)) for sentence in pair] for pair in PAIRS]
    return {arm: tuple((float(one[arm]), float(other[arm])) for one, other in found) for arm in ARMS}


def right_on_pairs(arm: str) -> tuple[int, int]:
    """Return how many sentences of the pairs a net gets right, and how many there are."""
    pairs = answers_on_pairs()[arm]
    return sum((one > 0.5) + (other <= 0.5) for one, other in pairs), 2 * len(pairs)


def answer_without_order() -> str:
    """Return which of ANSWERS the feed-forward net gives."""
    pairs = answers_on_pairs()[ARMS[0]]
    if all(abs(one - other) < 1e-6 for one, other in pairs):
        return ANSWERS[0]
    return ANSWERS[1] if all(one > 0.5 >= other for one, other in pairs) else ANSWERS[2]


def reveal_without_order() -> None:
    """Show both nets' answers to each pair."""
    for arm, pairs in answers_on_pairs().items():
        said = "; ".join(f"{one:.3f} and {other:.3f}" for one, other in pairs)
        st.markdown(
            f"{arm.capitalize()}, probability of positive for the two sentences of each pair: **{said}**."
        )
    st.markdown(
        "The mean of the words' vectors is the same whatever their order, so no training can teach the feed-forward "
        "net to tell them apart."
    )
