"""What to try with sentiment nets, and by what it is seen that it was done."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.trained import EncodedText, SentimentReader
from seqviz.lessons.sentiment import curves, page
from seqviz.lessons.sentiment.controls import CONTROLS
from seqviz.lessons.sentiment.results import overshot
from seqviz.models.cells.registry import cell_named
from seqviz.runs.store.records import StoreError
from seqviz.text.intervals import differ, share_interval
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.runs.memory import watched
from seqviz.ui.runs.shown_run import ShownRun, shown
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences.reviewed import review_on_screen
from seqviz.ui.server.engine import store
from seqviz.ui.state.page_state import value

NEAR = 10.0  # times: a rate that fails is so close to one from which the net learns
FAR = 6  # tokens between *not* and *good*


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        run: the run that is shown.
        beside: runs that it is compared with.
        against: what the curves are laid out by.
        review: the net that reads the review below, and what it reads; None where there is nothing to read.
    """

    run: ShownRun
    beside: tuple[ShownRun, ...] = ()
    against: str = "epochs"
    review: tuple[SentimentReader, EncodedText] | None = None


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    beside = []
    for run_id in value(page.BESIDE):
        with contextlib.suppress(StoreError):  # deleted meanwhile
            beside.append(shown(store().run(run_id), watched(store(), run_id)))
    return Screen(page.SENTIMENT.on_screen(), tuple(beside), value(curves.AGAINST), review_on_screen())


def compared_in_time(screen: Screen) -> Result:
    """Check that a finished RNN and a finished LSTM lie over one another, by seconds; compare them at the same time."""
    finished = [run for run in (*screen.beside, screen.run) if run.result]
    both = {cell_named(run.config["cell"]).has_gates: run for run in finished}
    if False not in both or screen.run.record is None:
        return missing("No finished plain RNN of yours is shown: train one.")
    if True not in both:
        accuracy = both[False].result["accuracy"]
        return missing(
            f"The RNN reaches {accuracy:.1%}. Train an LSTM here too, and choose the other one under *Compare with "
            "other runs*."
        )
    if len({(run.config["corpus"], run.config["num_train"]) for run in both.values()}) > 1:
        return missing("The two have not learned from the same reviews.")
    if screen.against != "seconds":
        return missing("The curves are laid out by epochs: lay them out by seconds.")
    plain, gated = both[False], both[True]
    times = _by_time(plain), _by_time(gated)
    until = min(float(seconds[-1]) for seconds, _ in times)
    said = ", ".join(map(_at, (plain, gated), times, (until, until)))
    apart = differ(_right(plain), _right(gated))
    chance = "more than chance explains" if apart else "chance may explain the difference"
    ends = f"{plain.result['accuracy']:.1%} and {gated.result['accuracy']:.1%}"
    return done(f"After {until:.1f} s of computing: {said}. At their ends: {ends}; {chance}.")


def _at(run: ShownRun, points: tuple[np.ndarray, np.ndarray], second: float) -> str:
    return f"{run.config['cell'].upper()} {float(np.interp(second, *points)):.1%}"


def _by_time(run: ShownRun) -> tuple[np.ndarray, np.ndarray]:
    """Return seconds and validation accuracy of a run as it went."""
    series = run.history.series("validation_accuracy")
    known = not np.isnan(series.processor_seconds).any()
    return (series.processor_seconds if known else series.seconds), series.values


def _right(run: ShownRun) -> tuple[int, int]:
    """Return how many validation reviews a finished run got right, and of how many."""
    confusion = np.asarray(run.result["confusion"])
    return int(np.trace(confusion)), int(confusion.sum())


def largest_rate(screen: Screen) -> Result:
    """Check that a run that learns and one whose steps overshoot lie beside one another, their rates close."""
    rates: dict[bool, list[float]] = {True: [], False: []}
    for run in (screen.run, *screen.beside):
        if (learns := _learns(run)) is not None and _but_for_the_rate(run) == _but_for_the_rate(screen.run):
            rates[learns].append(run.config["learning_rate"])
    good, bad = max(rates[True], default=None), min(rates[False], default=None)
    if good is None or bad is None:
        seen = f"it learns at {good:g}" if good else f"it does not at {bad:g}" if bad else "none is shown"
        return missing(
            f"Of your finished runs here, {seen}. Lay one that learns and one that does not together."
        )
    if not 1 < bad / good <= NEAR:
        return missing(f"It learns at {good:g} and not at {bad:g}: come closer, within a factor of {NEAR:g}.")
    return done(f"It still learns at a learning rate of {good:g}, and no more at {bad:g}.")


def _but_for_the_rate(run: ShownRun) -> dict[str, Any]:
    """Return a run's settings without its learning rate and its seed."""
    return {name: set_to for name, set_to in run.config.items() if name not in ("learning_rate", "seed")}


def _learns(run: ShownRun) -> bool | None:
    """Tell whether a person's run has learned, better than chance and within bounds; None while that is open."""
    if run.record is None or run.is_live:
        return None
    if run.record.state == "diverged" or overshot(run.history, run.config["learning_rate"]):
        return False
    return share_interval(*_right(run)).low > 0.5 if run.result else None


def not_from_afar(screen: Screen) -> Result:
    """Check that *not* stands far before *good*; tell the answer with it and without it."""
    if screen.review is None:
        return missing("There is nothing to read: type a review.")
    net, text = screen.review
    tokens = list(text.tokens)
    if "not" not in tokens or "good" not in tokens[tokens.index("not") :]:
        return missing("The review needs a *not*, and a *good* behind it.")
    place = tokens.index("not")
    between = tokens.index("good", place) - place - 1
    without = EncodedText(text.tokens[:place] + text.tokens[place + 1 :], np.delete(text.token_ids, place), 0)
    said = (
        f"With {between} tokens between *not* and *good*, the net takes it for positive with {net.positive(text):.3f}; "
        f"without the *not*, with {net.positive(without):.3f}"
    )
    return done(f"{said}.") if between >= FAR else missing(f"{said}. Put at least {FAR} between them.")


TASKS = (
    Task(
        "Train a plain RNN and an LSTM on the same reviews, lay them over one another, and compare them after the same "
        "number of *seconds*.",
        CONTROLS.values_of(SentimentExperiment(cell="rnn")) | {"against": "epochs"},
        compared_in_time,
    ),
    Task(
        "Break it: huge steps. Train, read what the page says of the run, then look for the largest learning rate from "
        "which the net still learns. Lay that run beside one that does not, at most ten times as large.",
        CONTROLS.values_of(SentimentExperiment(learning_rate=100.0)),
        largest_rate,
    ),
    Task(
        f"How far does a *not* carry? Put at least {FAR} words between *not* and *good*, and watch the curve.",
        {"review": "The film was not good.", "reads": BUNDLED},
        not_from_afar,
    ),
)
