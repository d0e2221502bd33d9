"""A task on which more layers are what it takes, and others on which they are not, in the same nets."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.brackets.config import BracketsExperiment
from seqviz.experiments.brackets.reached import ON_BRACKETS, ON_WORDS, accuracies
from seqviz.experiments.brackets.trained import BracketReader
from seqviz.figures.brackets import accuracy_by_net
from seqviz.lessons.stacks.bracket_findings import what_depth_does
from seqviz.runs.experiment import from_config
from seqviz.ui import frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import bundled_run, trained


def brackets_part() -> str:
    """Show on which tokens one layer is enough and on which it is not; return the run whose nets are shown."""
    st.subheader("When does a second layer help?")
    st.markdown(
        "Brackets of two kinds, and words between them; half of the closing brackets are of the wrong kind. Three "
        "nets, all reading from both ends, mark every bracket and every word: right if its pair is of one kind. Below "
        "the controls let you ask another question, how many brackets are open, and give the deep net a third layer."
    )
    BRACKETS.settings()
    return BRACKETS.results()


def _draw(run: ShownRun) -> None:
    experiment = from_config(BracketsExperiment, run.config)
    words, brackets = (accuracies(run.history, metric) for metric in (ON_WORDS, ON_BRACKETS))
    frame.figure(
        accuracy_by_net(
            {"brackets": brackets, "words between them": words},
            title=f"One layer beside {experiment.nets[-1]}",
            guessing=1 / experiment.num_labels,
        ),
        key=f"{run.id}:brackets",
        how_to_read="A bar is the mean over trainings, a point one of them: the share of right answers on strings set "
        "aside. The wide layer has about as many numbers to learn as the deep net.",
    )
    st.markdown(what_depth_does(words, brackets, experiment.question))


def depth_when_bundled() -> str:
    """Say what a second layer does in the nets that come with the app."""
    history = bundled_run(BRACKETS.bundled).history
    return what_depth_does(accuracies(history, ON_WORDS), accuracies(history, ON_BRACKETS))


def bracket_reader(run_id: str) -> BracketReader:
    """Return the readers of brackets of a run, or the bundled ones."""
    found: BracketReader = trained("brackets", run_id, BRACKETS.bundled)
    return found


BRACKETS = ExperimentSection(
    controls=ExperimentControls(
        BracketsExperiment,
        {
            "cell": "Cell",
            "question": "Asked at each token",
            "num_layers": "Layers of the deep net",
            "hidden_size": "Units",
            "embedding_dim": "Numbers in a token's vector",
            "length": "Tokens in a string",
            "deepest": "Brackets open at once, at most",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch, strings",
            "num_steps": "Steps",
            "num_seeds": "Repetitions, each from a seed of its own",
            "seed": "Seed",
        },
        prefix="bracket_",
    ),
    bundled="brackets",
    draw=_draw,
    title="What comes with the app",
)
