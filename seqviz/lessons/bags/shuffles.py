"""The lesson on what bags cannot do: how many different answers a hundred shuffles of one review are given."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.lessons.bags.sentences import READERS, REVIEW, probabilities
from seqviz.text.augmentation import shuffle_words
from seqviz.text.counts import terms_of

NUM_SHUFFLES = 100
OPTIONS = ("a hundred", "a few", "one")
SAME = 6  # decimal places to which two probabilities are called the same


@st.cache_data(max_entries=1, show_spinner="Shuffling …")
def different_answers() -> tuple[int, ...]:
    """Count the different answers of each of `READERS` to a hundred shuffles of the review that the page opens with."""
    tokens = terms_of(REVIEW.default)
    shuffles = [shuffle_words(tokens, np.random.default_rng(seed)) for seed in range(NUM_SHUFFLES)]
    said = probabilities([" ".join(shuffle) for shuffle in shuffles])
    return tuple(len(np.unique(row.round(SAME))) for row in said)


def answers_option() -> str:
    """Return which option of the question is right, as counted."""
    return option_of(different_answers()[0])


def option_of(num_answers: int) -> str:
    """Return the option for so many different answers; a few are up to half of the shuffles."""
    if num_answers == 1:
        return "one"
    return "a few" if num_answers <= NUM_SHUFFLES / 2 else "a hundred"


def reveal_answers() -> None:
    """Say how many different answers each reader gave, and why a bag of words has but one."""
    counted = ", ".join(
        f"{name} **{found}**" for name, found in zip(READERS, different_answers(), strict=True)
    )
    st.markdown(
        f"{NUM_SHUFFLES} shuffles of the review that this page opens with, different answers: {counted}. To a bag of "
        "words every shuffle is the same row of numbers: counting forgets the order. That is exact, not a matter of "
        "training. Pairs of words keep a little of the order, and a net that reads word by word can use all of it."
    )
