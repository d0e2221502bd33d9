"""What to try with encoder and decoder, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.lessons.seq2seq.beam import WIDTH
from seqviz.lessons.seq2seq.training import TRANSLATION
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.state import page_state
from seqviz.ui.translation import nets
from seqviz.ui.translation.source import source_of

NO_TEACHER = TranslationExperiment(teacher_forcing=0.0, num_epochs=12)
NO_ATTENTION = TranslationExperiment(attention="none")


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        run: the training that is shown.
        width: of the beam.
        greedy: what the net writes when it takes the likeliest token at each step.
        best: the best of the beam.
    """

    run: ShownRun
    width: int
    greedy: str
    best: str


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    run, width = TRANSLATION.on_screen(), page_state.value(WIDTH)
    net = nets.reader(nets.net_on_screen(run.id if run.result else BUNDLED))
    text = source_of(net)
    best = tuple(net.target_vocabulary[k] for k in net.search(text, width).tokens())
    return Screen(run, width, net.text(net.translate(text).written), net.text(best))


def another_best(screen: Screen) -> Result:
    """Check that the beam found another sentence than greedy writing."""
    if screen.width == 1:
        return missing("A beam of 1 is greedy writing: widen it.")
    if screen.best == screen.greedy:
        return missing(
            f"With a beam of {screen.width} the best is what greedy writing found: “{escaped(screen.best)}”. Widen it, "
            "or type another sentence."
        )
    return done(f"Greedy: “{escaped(screen.greedy)}”. Beam of {screen.width}: “{escaped(screen.best)}”.")


def without_attention(screen: Screen) -> Result:
    """Check that a net without attention was trained on dates; say how many it gets right."""
    if (screen.run.config["task"], screen.run.config["attention"]) != ("dates", "none"):
        return missing("The training shown is another one: *Set it up*, then *Train*.")
    if not screen.run.result:
        return missing("The run has not finished yet.")
    return done(
        f"All that the decoder had of each date was one vector of {screen.run.config['hidden_size']} numbers: "
        f"{screen.run.result['exact_match']:.1%} of those set aside come out without a mistake."
    )


def without_teacher(screen: Screen) -> Result:
    """Check that a decoder learned from its own words alone; say how its share of right answers grew."""
    if screen.run.config["teacher_forcing"] > 0:
        return missing(
            "In the training shown a teacher gives the right word at "
            f"{screen.run.config['teacher_forcing']:.0%} of the steps: *Set it up*, then *Train*."
        )
    if not screen.run.result:
        return missing("The run has not finished yet.")
    shares = screen.run.history.series("exact_match")
    said = ", ".join(
        f"{share:.0%} after {epoch:g}" for epoch, share in zip(shares.epochs, shares.values, strict=True)
    )
    return done(f"Without a mistake, by epochs: {said}.")


TASKS = (
    Task(
        "Type a sentence for which a wide beam finds another translation than greedy writing. Which one is better?",
        {"net": nets.SHOWN, "source": "He bought a red car.", "width": 1},
        another_best,
    ),
    Task(
        "Take the attention away: train on dates with none. How much passes through the one vector?",
        TRANSLATION.controls.values_of(NO_ATTENTION) | {"task": "dates"},
        without_attention,
    ),
    Task(
        "No teacher: the decoder learns from its own words only. How many epochs longer does it take?",
        TRANSLATION.controls.values_of(NO_TEACHER),
        without_teacher,
    ),
)
