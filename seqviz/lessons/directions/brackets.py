"""A task on which a second layer is what it takes, and one on which it is not, in the same nets."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.brackets import NOT_ASKED, labels_of, tokens_of
from seqviz.experiments.brackets.config import NETS, BracketsExperiment
from seqviz.experiments.brackets.reached import ON_BRACKETS, ON_WORDS, accuracies
from seqviz.experiments.brackets.trained import BracketReader
from seqviz.figures.brackets import accuracy_by_net, marked_string
from seqviz.lessons.directions.bracket_findings import what_depth_does
from seqviz.ui import controls, frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import bundled_run, trained
from seqviz.ui.state.address import Setting, Text

STRING = Text("brackets", "( cats [ dogs ) birds ) fish [ frogs ]", 200)
SETTINGS: tuple[Setting, ...] = (STRING,)
MOST_TOKENS = 40
WHAT_IS_SO = "what is so"


def brackets_part() -> None:
    """Show on which tokens one layer is enough and on which it is not, and let a string be marked."""
    st.subheader("When does a second layer help?")
    st.markdown(
        "Brackets of two kinds, and words between them; half of the closing brackets are of the wrong kind. Three "
        "nets, all reading from both ends, mark every bracket and every word: right if its pair is of one kind."
    )
    BRACKETS.settings()
    _string(BRACKETS.results())


def _draw(run: ShownRun) -> None:
    words, brackets = (accuracies(run.history, metric) for metric in (ON_WORDS, ON_BRACKETS))
    frame.figure(
        accuracy_by_net({"brackets": brackets, "words between them": words}, title="One layer and two"),
        key=f"{run.id}:brackets",
        how_to_read="A bar is the mean over trainings, a point one of them: the share of right answers on strings set "
        "aside. The wide layer has about as many numbers to learn as the two layers together.",
    )
    st.markdown(what_depth_does(words, brackets))


def depth_when_bundled() -> str:
    """Say what a second layer does in the nets that come with the app."""
    history = bundled_run(BRACKETS.bundled).history
    return what_depth_does(accuracies(history, ON_WORDS), accuracies(history, ON_BRACKETS))


def bracket_reader(run_id: str) -> BracketReader:
    """Return the readers of brackets of a run, or the bundled ones."""
    found: BracketReader = trained("brackets", run_id, BRACKETS.bundled)
    return found


@st.fragment
def _string(run_id: str) -> None:
    tokens = tokens_of(controls.line(STRING, "A string of your own, with ( ) [ ] and words"), MOST_TOKENS)
    if not tokens:
        st.info("The string needs at least one bracket or word.", icon=":material/edit:")
        return
    reader, labels = bracket_reader(run_id), np.array(labels_of(tokens), float)
    found = {WHAT_IS_SO: labels} | {net: reader.right(net, tokens) for net in NETS}
    rows = {name: np.where(labels == NOT_ASKED, np.nan, values) for name, values in found.items()}
    frame.figure(
        marked_string(tokens, rows, title="Right or wrong? Token by token"),
        key="marked",
        how_to_read="1 is right, 0 is wrong, and near 0.5 the net does not know. Whatever stands between two brackets "
        "is the one token w to the nets; outside of all brackets nothing is asked. The nets are of the first seed.",
    )
    st.markdown(_counted(labels, rows))


def _counted(labels: np.ndarray, rows: dict[str, np.ndarray]) -> str:
    """Say how many of the tokens asked about each net marks as they are."""
    asked = labels != NOT_ASKED
    right = {net: int(((rows[net] > 0.5) == (labels > 0.5))[asked].sum()) for net in NETS}
    said = ", ".join(f"{net} {number}" for net, number in right.items())
    return f"Marked as they are, of {int(asked.sum())} tokens asked about: {said}."


BRACKETS = ExperimentSection(
    controls=ExperimentControls(
        BracketsExperiment,
        {
            "cell": "Cell",
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
