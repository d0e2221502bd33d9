"""What to try with word2vec's training tricks, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.frequencies import noise_distribution
from seqviz.embeddings.huffman import HuffmanTree
from seqviz.lessons.training_tricks import counts as counts_part
from seqviz.lessons.training_tricks import tree as tree_part
from seqviz.lessons.training_tricks.counts import Kept
from seqviz.lessons.training_tricks.own_frequency import PER_MILLION, dropped, dropped_in_words
from seqviz.ui.durations import counted
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.state.page_state import usable

LOWEST = -5.0  # a power of ten
NINE_IN_TEN = 0.9
NEAR_ENOUGH = 0.005
MANY_TIMES = 3


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        log_t: the threshold of subsampling, as a power of ten.
        chances: how likely words are kept, the most frequent first.
        per_million: how often a word of one's own comes in a million words.
        power: of the counts, for the noise.
        noise_words: the words that are drawn as noise.
        noise_counts: (num_words,), how often each of them occurs.
        leaf: the word to which the walk leads.
        depths: word of the tree -> its turns from the root.
    """

    log_t: float
    chances: Kept
    per_million: int
    power: float
    noise_words: list[str]
    noise_counts: np.ndarray
    leaf: str
    depths: dict[str, int]


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    log_t = usable(counts_part.LOG_T)
    noise_words, noise_counts = counts_part.counted_words(usable(counts_part.COUNTED))
    return Screen(
        log_t,
        counts_part.kept(10**log_t),
        usable(PER_MILLION),
        usable(counts_part.POWER),
        noise_words,
        noise_counts,
        usable(tree_part.LEAF).strip().lower(),
        _depths(),
    )


def _depths() -> dict[str, int]:
    vocabulary = tree_part.on_screen()
    if len(vocabulary.words) < 2:
        return {}
    depths = HuffmanTree.from_counts(vocabulary.counts).depths()
    return dict(zip(vocabulary.words, depths.tolist(), strict=True))


def thinned_out(screen: Screen) -> Result:
    """Check that the threshold is as low as it goes; say how likely a frequent and a rare word survive."""
    chances = screen.chances
    told = (
        f"At t = {10**screen.log_t:.2g} an occurrence of *{chances.words[0]}*, the most frequent word, is kept with "
        f"probability {chances.by_code[0]:.3f}, one of *{chances.words[-1]}*, the rarest, with "
        f"{chances.by_code[-1]:.3f}"
    )
    return done(f"{told}.") if screen.log_t <= LOWEST else missing(f"{told}. Lower t to 10⁻⁵.")


def nine_in_ten_dropped(screen: Screen) -> Result:
    """Check that a word is so frequent that the published formula drops nine in ten of its occurrences."""
    threshold = 10**screen.log_t
    published, _ = dropped(screen.per_million, threshold)
    told = dropped_in_words(screen.per_million, threshold)
    if abs(published - NINE_IN_TEN) > NEAR_ENOUGH:
        return missing(f"{told} The first should be {NINE_IN_TEN:g}.")
    return done(f"{told} So frequent a word comes {screen.per_million / 1e6 / threshold:.0f} times t.")


def all_alike(screen: Screen) -> Result:
    """Check that noise is drawn with power 0; say which word is then drawn most beside how often it occurs."""
    if len(screen.noise_words) < 2:
        return missing("Two words are needed.")
    occurs = noise_distribution(screen.noise_counts, 1.0)
    lifted, usual = (noise_distribution(screen.noise_counts, p) / occurs for p in (screen.power, 0.75))
    most = int(lifted.argmax())
    told = (
        f"With power {screen.power:g}, relative to how often it occurs, *{escaped(screen.noise_words[most])}* "
        f"({counted(int(screen.noise_counts[most]), 'occurrence')}) is drawn most: {lifted[most]:.1f} times as often"
    )
    if screen.power > 0:
        return missing(f"{told}. Set the power to 0.")
    return done(f"{told}; with power ¾ it would be {usual[most]:.1f} times.")


def long_walk(screen: Screen) -> Result:
    """Check that the walk leads to a word that takes many times as many turns as *the*."""
    if "the" not in screen.depths or screen.leaf not in screen.depths:
        return missing("The tree needs *the* and the word you walk to: take the small world's.")
    near, far = screen.depths["the"], screen.depths[screen.leaf]
    told = (
        f"*the* takes {counted(near, 'turn')}, *{escaped(screen.leaf)}* {far}, of {len(screen.depths)} words"
    )
    if far < MANY_TIMES * near:
        return missing(f"{told}. Walk to a word that takes {MANY_TIMES} times as many as *the*.")
    return done(f"{told}. Scoring them all would take {len(screen.depths)} dot products.")


TASKS = (
    Task(
        "Lower t from 10⁻² to 10⁻⁵ and read what is left of the sentences. Which kind of word survives?",
        {"log_t": -2.0, "sample": ""},
        thinned_out,
    ),
    Task(
        "t is 10⁻³. How often must a word come for the published formula to drop nine in ten of its occurrences? Work "
        "it out, then enter it under *A word of your own*.",
        {"log_t": -3.0, "per_million": PER_MILLION.default},
        nine_in_ten_dropped,
    ),
    Task(
        "Draw noise with power 0 instead of ¾. Which word is pushed away most, relative to how often it occurs?",
        {"power": 0.75, "counted": "small world"},
        all_alike,
    ),
    Task(
        f"In the small world's tree find a word that takes at least {MANY_TIMES} times as many turns as *the*.",
        {"tree_of": "small world", "leaf": "the", "predictor": "king"},
        long_walk,
    ),
)
