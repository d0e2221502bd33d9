"""What to try with clipping, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.experiments.clipping.learned import MEAN_LOSS, final_loss, have_learned
from seqviz.lessons.clipping.clipping import CLIPPING, blown_up
from seqviz.runs.experiment import from_config
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED

#: Clipping keeps every step short, and yet nothing is learned.
TOO_LONG = ClippingExperiment(factor=1.1, length=30, learning_rate=0.01, num_steps=300)
SHORT = ClippingExperiment(num_steps=300)
TIGHT = 0.01  # a norm to clip at


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        run: the one that is shown, of the three that differ in clipping.
    """

    run: ShownRun

    @property
    def experiment(self) -> ClippingExperiment:
        """The settings of the run."""
        return from_config(ClippingExperiment, self.run.config)

    @property
    def losses(self) -> str:
        """The losses over the last steps, in words."""
        found = {arm: final_loss(self.run.history, arm) for arm in self.run.history.arms}
        said = "; ".join(f"{arm} {loss:.3g}" for arm, loss in found.items() if loss is not None)
        return f"Losses over the last steps: {said}. Answering the mean has {MEAN_LOSS:.3f}."


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    return Screen(CLIPPING.on_screen())


def made_to_explode(screen: Screen) -> Result:
    """Check that a run of a person's own exploded without clipping."""
    if screen.run.id == BUNDLED:
        return missing("This run comes with the app: train one of your own.")
    if not screen.run.result:
        return missing("The run has not finished yet.")
    stopped = {note["arm"] for note in screen.run.about("diverged")}
    said = blown_up(screen.run.history, ARMS[0], screen.experiment.learning_rate)
    if ARMS[0] not in stopped and said is None:
        return missing(
            f"With a factor of {screen.experiment.factor:g} the run without clipping did not explode: raise the factor."
        )
    return done(
        f"With a factor of {screen.experiment.factor:g} over {screen.experiment.length} numbers it exploded. "
        f"{screen.losses}"
    )


def clipped_in_vain(screen: Screen) -> Result:
    """Check that the run shown is one on longer sequences whose state grows, and has ended; tell its losses."""
    experiment = screen.experiment
    if experiment.length < TOO_LONG.length or experiment.factor < TOO_LONG.factor:
        return missing(
            f"The run shown reads {experiment.length} numbers, and its state is multiplied by {experiment.factor:g} at "
            f"each: *Set it up*, then *Train*, for {TOO_LONG.length} and {TOO_LONG.factor:g}."
        )
    if not screen.run.result:
        return missing("The run has not finished yet.")
    return done(screen.losses)


def clipped_too_tightly(screen: Screen) -> Result:
    """Check that a run was clipped at a tiny norm; say whether it learned."""
    experiment = screen.experiment
    if experiment.clip_norm > TIGHT:
        return missing(
            f"The run shown is clipped at a norm of {experiment.clip_norm:g}: set {TIGHT:g} and train."
        )
    if not screen.run.result:
        return missing("The run has not finished yet.")
    learned = (
        "learned all the same" if ARMS[1] in have_learned(experiment, screen.run.history) else "not learned"
    )
    return done(
        f"Clipped by norm at {experiment.clip_norm:g}, it has {learned}: "
        f"no step is longer than {experiment.clip_norm * experiment.learning_rate:g}. {screen.losses}"
    )


TASKS = (
    Task(
        "Make a run explode: raise the factor by which the state is multiplied at each number, and train.",
        CLIPPING.controls.values_of(SHORT),
        made_to_explode,
    ),
    Task(
        "Three times as long: sequences of 30, a state that grows by 1.1 a token, smaller steps. Train, and compare "
        "the three final losses with that of answering the mean: is clipping enough?",
        CLIPPING.controls.values_of(TOO_LONG),
        clipped_in_vain,
    ),
    Task(
        f"Clip too tightly: set the largest norm to {TIGHT:g} and train. Does the run that is clipped by norm still "
        "learn?",
        CLIPPING.controls.values_of(ClippingExperiment()),
        clipped_too_tightly,
    ),
)
