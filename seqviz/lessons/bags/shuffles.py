"""The lesson on what bags cannot do: a text's words in another order, and how many different answers that gives."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.figures import bags as figures
from seqviz.lessons.bags.readers import READERS, accuracies_in_words, probabilities
from seqviz.text.augmentation import shuffle_words
from seqviz.text.counts import n_grams, terms_of
from seqviz.text.tokens import words
from seqviz.ui import controls, frame
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number, Text

REVIEW = Text("review", "My friends called the film dull, but I found it brilliant.", 1_000)
SHUFFLE = Number("shuffle", 1, 30, 1, 1)
SETTINGS = (REVIEW, SHUFFLE)
NUM_SHUFFLES = 100
OPTIONS = ("a hundred", "a few", "one")
SAME = 6  # decimal places to which two probabilities are called the same


def shuffle_part() -> None:
    """Shuffle the words of a text, count what survives, and ask who reads."""
    st.markdown("**Shuffle the words**")
    review = controls.line(REVIEW, "A text to shuffle")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        seed = controls.slider(SHUFFLE, "Which shuffle")
    with right:
        st.button("Shuffle", icon=":material/shuffle:", on_click=_next_shuffle)
    tokens = words(review)
    if len(terms_of(review)) < 2:
        st.info("There is nothing to shuffle: write two words or more.", icon=":material/edit:")
        return
    others = [shuffle_words(tokens, np.random.default_rng(k)) for k in range(SHUFFLE.low, SHUFFLE.high + 1)]
    shown = others[seed - 1]
    st.code(" ".join(shown), language=None, wrap_lines=True)
    st.markdown(_survivors(tokens, shown))
    before = probabilities([" ".join(tokens)])
    after = probabilities([" ".join(other) for other in others])
    frame.figure(
        figures.shuffled(before[:, 0], after, READERS, seed - 1),
        key="shuffles",
        how_to_read="A row is a reader, a ring what it says of one shuffle. The answers of the bag of words lie up to "
        f"{np.ptp(after[0]):.3f} apart, the net's up to {np.ptp(after[2]):.3f}. On the {accuracies_in_words()}",
    )


def _next_shuffle() -> None:
    page_state.put(SHUFFLE, page_state.value(SHUFFLE) % SHUFFLE.high + 1)


def _survivors(tokens: list[str], shuffled: list[str]) -> str:
    """Say how many n-grams of a text are still there after a shuffle."""
    sentences = []
    for n, name in ((1, "words and marks"), (2, "pairs"), (3, "triples")):
        before, after = n_grams(tokens, n), n_grams(shuffled, n)
        kept = sum(min(before.count(gram), after.count(gram)) for gram in set(before))
        sentences.append(f"{kept} of {len(before)} {name}")
    return f"Still there after the shuffle: **{', '.join(sentences)}**."


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
