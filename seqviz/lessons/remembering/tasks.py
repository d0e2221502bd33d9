"""What to try with what cells remember, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from seqviz.corpora.stories import COUNTRIES
from seqviz.experiments.recall.arms import title_of
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.recall.reached import accuracies, longest_learned, worst
from seqviz.lessons.remembering import distance, recall
from seqviz.runs.experiment import from_config
from seqviz.ui.durations import counted
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.state import page_state

OPEN = 4.0  # a forget bias: its gate begins at 0.98
COUNTRY = "poland"


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        run: the comparison that is shown.
        lag: of the nets whose gradients are drawn; 0 for the one in the middle.
        step: after which they are drawn; -1 for the last.
        country: of the story.
        num_fillers: phrases of filler in it.
        choices: the net's first choice for the gap, with one phrase less and with so many.
    """

    run: ShownRun
    lag: int
    step: int
    country: str
    num_fillers: int
    choices: tuple[str, str]


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    country, num_fillers = page_state.value(distance.COUNTRY), page_state.value(distance.NUM_FILLERS)
    choices = tuple(distance.first_choice(country, max(n, 0)) for n in (num_fillers - 1, num_fillers))
    lag, step = page_state.value(recall.LAG), page_state.value(recall.STEP)
    return Screen(recall.RECALL.on_screen(), lag, step, country, num_fillers, choices)  # type: ignore[arg-type]


def before_learning(screen: Screen) -> Result:
    """Check that the gradients at the longest lag are drawn as they are before the first step."""
    notes = screen.run.about("gradients")
    longest = max((note["lag"] for note in notes), default=0)
    if not notes or screen.lag != longest:
        return missing(f"Set the lag of the right picture to the longest, {longest}.")
    if screen.step != 0:
        return missing("Set the slider *After step* to the beginning, 0.")
    said = "; ".join(f"{title_of(note['cell'])} {_arrives(note):.2g}" for note in _first(notes, longest))
    return done(f"Before the first step, of a gradient of 1 at the end there arrives at the symbol: {said}.")


def _first(notes: list[dict[str, Any]], lag: int) -> list[dict[str, Any]]:
    return [note for note in notes if (note["lag"], note["step"]) == (lag, 0)]


def _arrives(note: dict[str, Any]) -> float:
    """Return what share of the gradient arrives at the first token: of the memory's where there is one."""
    curve = note.get("cell_state") or note["hidden_state"]
    first, last = (float("inf") if value is None else value for value in (curve[0], curve[-1]))
    return first / last if last else float("nan")


def gate_opened(screen: Screen) -> Result:
    """Check that a comparison was trained whose LSTM begins with its forget gate wide open."""
    experiment = from_config(RecallExperiment, screen.run.config)
    if not experiment.set_forget_bias or experiment.forget_bias < OPEN:
        return missing(f"In the run shown the LSTM's forget bias is not set to {OPEN:g}: set it, and train.")
    if not screen.run.result:
        return missing("The run has not finished yet.")
    reached = worst(accuracies(screen.run.history))
    said = "; ".join(f"{title_of(net)} {longest_learned(points)}" for net, points in reached.items())
    return done(
        f"Longest lag up to which every lag was learned, with a forget bias of {experiment.forget_bias:g}: {said}."
    )


def first_wrong_choice(screen: Screen) -> Result:
    """Check that the shortest filler is found after which the net names another language."""
    right, (shorter, now) = COUNTRIES[screen.country], screen.choices
    filler, country = counted(screen.num_fillers, "phrase"), screen.country.capitalize()
    said = f"After {filler} the net's first choice for {country} is *{now}*"
    if now == right:
        return missing(f"{said}, which is right: add filler.")
    if screen.num_fillers == 0 or shorter != right:
        return missing(f"{said}, and with one phrase less it is wrong already: take some away.")
    return done(f"{said}; with one phrase less it is still *{shorter}*.")


TASKS = (
    Task(
        "How much of the gradient reaches the symbol at the longest lag, before anything is learned? Set both sliders "
        "of the right picture so that it shows this.",
        recall.RECALL.controls.values_of(RecallExperiment()),
        before_learning,
    ),
    Task(
        f"Set the LSTM's forget bias to {OPEN:g} and train. Up to which lag does each cell learn?",
        recall.RECALL.controls.values_of(RecallExperiment(set_forget_bias=True, forget_bias=0.0)),
        gate_opened,
    ),
    Task(
        f"A story about {COUNTRY.capitalize()}. Find the smallest number of filler phrases after which the net no "
        "longer knows the language.",
        {"country": COUNTRY, "fillers": 4},
        first_wrong_choice,
    ),
)
