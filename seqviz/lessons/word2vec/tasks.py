"""What to try with word2vec, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqviz.embeddings.one_update import PairUpdate
from seqviz.embeddings.windows import skip_gram_pairs
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.experiments.word_vectors.data import plain_words
from seqviz.lessons.word2vec import window
from seqviz.lessons.word2vec.training import TRAINING
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.runs.shown_run import ShownRun, shown_bundled
from seqviz.ui.state.page_state import usable
from seqviz.ui.vectors.source import bundled
from seqviz.ui.vectors.training_task import trained_beside

WIDE = 4
SURE = 0.9
NARROW = WordVectorsExperiment(window=2)
CBOW = WordVectorsExperiment(method="cbow")


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        tokens: of the sentence that the window slides over.
        window: words on either side.
        rate: the learning rate of the one update.
        update: the update; None where the two words have no vectors.
        run: the training that is shown.
        bundled: the training that comes with the app.
    """

    tokens: Sequence[str]
    window: int
    rate: float
    update: PairUpdate | None
    run: ShownRun
    bundled: ShownRun


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    tokens = plain_words(usable(window.SENTENCE))[: window.MOST_TOKENS]
    run, comes_along = TRAINING.on_screen(), shown_bundled(TRAINING.bundled)
    return Screen(tokens, usable(window.WINDOW), usable(window.RATE), _update(), run, comes_along)


def _update() -> PairUpdate | None:
    learned = bundled()
    words = learned.vectors.known(usable(window.PAIR).split())
    if len(words) != 2 or words[0] == words[1]:
        return None
    trained, pair = usable(window.START) == "trained", (words[0], words[1])
    return window.update_of(
        learned, pair, trained, usable(window.NOISE), usable(window.RATE), usable(window.DRAW)
    )


def wider_window(screen: Screen) -> Result:
    """Check that the window is wide, and say how many pairs it gives beside a window of 1."""
    one, now = (len(skip_gram_pairs(screen.tokens, width)) for width in (1, screen.window))
    if not one:
        return missing("The sentence needs two words or more.")
    if screen.window < WIDE:
        return missing(
            f"A window of {screen.window} gives {now} pairs in {len(screen.tokens)} words. Make it {WIDE}."
        )
    return done(
        f"A window of 1 gives {one} pairs in these {len(screen.tokens)} words, one of {screen.window} {now}: "
        f"{now / one:.1f} times as many, since the window is cut off at both ends of the sentence."
    )


def pulled_together(screen: Screen) -> Result:
    """Check that one update makes the true neighbour's sigmoid large; say what becomes of the noise words'."""
    if screen.update is None:
        return missing("Two different words of the small world are needed: *Set it up*.")
    true, *noise = screen.update.decisions
    told = (
        f"At a learning rate of {screen.rate:g} the true neighbour's sigmoid goes from {true.probability:.3f} to "
        f"{true.probability_after:.3f}"
    )
    if true.probability_after <= SURE:
        return missing(f"{told}. Take another rate: a short step does not reach, a long one overshoots.")
    before, after = (
        max(getattr(one, name) for one in noise) for name in ("probability", "probability_after")
    )
    return done(
        f"{told}, the largest of the noise words' from {before:.3f} to {after:.3f}; the loss of the pair from "
        f"{screen.update.loss_before:.2f} to {screen.update.loss_after:.2f} nats."
    )


def narrow_training(screen: Screen) -> Result:
    """Check that skip-gram was trained with a narrow window; set its analogies beside those of the wide one."""
    return trained_beside(screen.run, screen.bundled, {"method": NARROW.method, "window": NARROW.window})


def cbow_training(screen: Screen) -> Result:
    """Check that CBOW was trained; set its analogies beside skip-gram's."""
    return trained_beside(screen.run, screen.bundled, {"method": CBOW.method})


TASKS = (
    Task(
        f"With a window of 1 count the pairs, then with {WIDE}. Why does the number not simply grow fourfold?",
        {"sentence": window.SENTENCE.default, "pair_window": 1, "examples": "skip-gram"},
        wider_window,
    ),
    Task(
        "One update at a learning rate of 0.1: work out the true neighbour's new sigmoid. Then raise the rate until "
        f"one update brings it above {SURE:g}. What becomes of the noise words?",
        {
            "pair": window.PAIR.default,
            "start": "untrained",
            "motion": "4 moved",
            "noise": 5,
            "draw": 0,
            "rate": 0.1,
        },
        pulled_together,
    ),
    Task(
        "Train with a window of 2 instead of 4. Which analogies suffer most, and what stands between a capital and "
        "its country in the sentences of the small world?",
        TRAINING.controls.values_of(NARROW),
        narrow_training,
    ),
    Task(
        "Train CBOW on the same text and compare its analogies with skip-gram's.",
        TRAINING.controls.values_of(CBOW),
        cbow_training,
    ),
)
