"""The lesson on what bags cannot do: the claim about bags and nets, put on trial on many reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.corpora.reviews import review_corpus
from seqviz.lessons.bags.readers import READERS, probabilities
from seqviz.text.augmentation import shuffle_words
from seqviz.text.stop_words import negations
from seqviz.text.tokens import words
from seqviz.ui import controls
from seqviz.ui.state.address import Flag

TRIAL = Flag("trial")
SETTINGS = (TRIAL,)
CLAIM = "“A bag of words cannot tell reordered or negated sentences apart; a recurrent net can.”"
NUM_REVIEWS = 200
NUM_SEEDS = 5
MOVED = 0.01  # a probability that moves by more tells two texts apart
MOSTLY = 0.5


@dataclass(frozen=True)
class Trial:
    """How often each of `READERS` tells a disturbed review from the review as written, shares from 0 to 1.

    Attributes:
        shuffled: the words shuffled, (num_readers, num_seeds).
        negated: the negations taken out, (num_readers,).
        turned: the same, and the verdict turns to the other class, (num_readers,).
        num_negated: reviews with a negation.
    """

    shuffled: np.ndarray
    negated: np.ndarray
    turned: np.ndarray
    num_negated: int


def trial_part() -> None:
    """Put the claim on trial when a person asks for it: what was measured, and the verdict."""
    st.markdown(f"**The claim on trial.** {CLAIM}")
    if not controls.flag(
        TRIAL, f"Try it on the test reviews: {NUM_SEEDS} × {NUM_REVIEWS} shuffles, and without negations"
    ):
        return
    found = run_trial()
    st.dataframe(_table(found), hide_index=True, width="stretch")
    st.markdown(verdict(found))


@st.cache_data(max_entries=1, show_spinner="Trying the claim …")
def run_trial() -> Trial:
    """Disturb bundled test reviews, and ask every reader before and after."""
    test = review_corpus().test
    assert test is not None
    tokenised = [words(text) for text in test.texts]
    some = tokenised[:NUM_REVIEWS]
    seeds = [np.random.default_rng(seed) for seed in range(NUM_SEEDS)]
    shuffled = [[shuffle_words(tokens, seed) for tokens in some] for seed in seeds]
    telling = [tokens for tokens in tokenised if negations() & set(tokens)][:NUM_REVIEWS]
    without = [[token for token in tokens if token not in negations()] for tokens in telling]
    before, after = _asked(telling), _asked(without)
    return Trial(
        np.stack([_apart(_asked(some), _asked(texts)) for texts in shuffled], axis=1),
        _apart(before, after),
        ((before >= 0.5) != (after >= 0.5)).mean(axis=1),
        len(telling),
    )


def _asked(tokenised: Sequence[Sequence[str]]) -> np.ndarray:
    return probabilities([" ".join(tokens) for tokens in tokenised])


def _apart(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Share of the texts whose answer moved, (num_readers,)."""
    return (np.abs(before - after) > MOVED).mean(axis=1)


def _table(found: Trial) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "reader": READERS,
            "tells a shuffled review apart": [
                f"{row.mean():.0%} ({row.min():.0%} to {row.max():.0%})" for row in found.shuffled
            ],
            "tells it apart without its negations": [f"{share:.0%}" for share in found.negated],
            "turns to the other verdict then": [f"{share:.0%}" for share in found.turned],
        }
    )


def verdict(found: Trial) -> str:
    """Say of both halves of the claim whether they hold, from what was measured."""
    bag, pairs, net = found.shuffled
    order = "holds" if bag.max() == 0 and net.min() > MOSTLY else "does not hold here"
    heard = "does not hold here" if found.negated[0] > MOSTLY else "holds"
    return (
        f"For the order it **{order}**: over {NUM_SEEDS} seeds single words tell {bag.mean():.0%} of the shuffled "
        f"reviews apart, the net {net.mean():.0%}, a bag of words *and pairs* {pairs.mean():.0%}. For negations it "
        f"**{heard}**: without its negations the bag's answer to a review moves in {found.negated[0]:.0%} of "
        f"{found.num_negated} cases. The other verdict is reached in {found.turned[0]:.0%} by the bag of words, in "
        f"{found.turned[2]:.0%} by the net."
    )
