"""Filling in: any word of a story blanked, guessed from the left, the right, and both sides."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from seqviz.corpora.stories import COUNTRIES, FILLERS, country_story, place_story
from seqviz.experiments.fill_in.config import SIDES, FillInExperiment
from seqviz.experiments.fill_in.trained import Candidate, FillInReader
from seqviz.figures.directions import candidate_bars, paired_accuracy
from seqviz.text.tokens import words
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED, trained
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number, Setting, Text

POOL = " ".join(place_story("pool", FILLERS[:2]).tokens)
FRANCE = " ".join(country_story("france", FILLERS[:3]).tokens)
STORY = Text("story", POOL, 1_000)
EXAMPLES = {
    "The pool": POOL,
    "France": FRANCE,
    "Spain": " ".join(country_story("spain", FILLERS[2:6]).tokens),
}
BLANK = Number("blank", 0, 199, 5, 1)  # place of the word, from 0; 5 is the place gone to in the first story
SETTINGS: tuple[Setting, ...] = (STORY, BLANK)
MOST_TOKENS = 120
_NO_WIDTH = "\u200b"
TITLES = {"left": "From the left only", "right": "From the right only", "both": "From both sides"}


def fill_in_reader(run_id: str) -> FillInReader:
    """Return the fill-in nets of a run, or the bundled ones."""
    found: FillInReader = trained("fill-in", run_id, FILL_IN.bundled)
    return found


def fill_in_part() -> None:
    """Let a person blank a word and see what three nets would put there."""
    st.subheader("Filling in a missing word: the fair task")
    FILL_IN.settings()
    run_id = FILL_IN.results()
    _gap(run_id)


def _draw_accuracy(run: ShownRun) -> None:
    sides = run.history.arms
    if not sides:
        return
    kinds = {"the language, settled by the country before it": "country_accuracy"}
    kinds["the place, settled by the ending after it"] = "place_accuracy"
    values = {
        title: {side: run.history.latest(name, side) or 0.0 for side in sides}
        for title, name in kinds.items()
    }
    with st.expander("How well the three nets do on stories set aside", expanded=run.id != BUNDLED):
        frame.figure(
            paired_accuracy(values, title="Filled in correctly"),
            key=f"{run.id}:filled",
            how_to_read=f"Guessing among {len(COUNTRIES)} reaches {1 / len(COUNTRIES):.3f}. A side alone can do "
            "better only where the settling word stands on its side.",
        )


@st.fragment
def _gap(run_id: str) -> None:
    reader = fill_in_reader(run_id)
    controls.examples(STORY, EXAMPLES)
    tokens = words(controls.line(STORY, "A story in the words of the corpus"))[:MOST_TOKENS]
    if not tokens:
        st.info("There is no word in this story. Type one, or take an example.", icon=":material/edit:")
        return
    place = _blanked(tokens)
    if unknown := reader.unknown(tokens):
        shown = ", ".join(f"“{escaped(token)}”" for token in unknown[:8])
        st.caption(f"The nets do not know {shown}: they read <unk> there, and cannot answer with it.")
    for k, (column, side) in enumerate(zip(st.columns(len(SIDES)), SIDES, strict=True)):
        with column:
            _candidates(reader.candidates(side, tokens, place), side, k)
    st.markdown(_verdict(reader, tokens, place))


def _candidates(found: Sequence[Candidate], side: str, colour: int) -> None:
    frame.figure(
        candidate_bars(
            [one.word for one in found],
            [one.probability for one in found],
            title=TITLES[side],
            colour=colour,
        ),
        key=f"gap:{side}",
        how_to_read="The five likeliest words for the gap.",
    )


def _blanked(tokens: list[str]) -> int:
    """Let a person click the word to blank; return its place."""
    page_state.put(BLANK, min(page_state.value(BLANK), len(tokens) - 1))
    labels = _distinct_labels(tokens)
    place = st.pills(
        "Click the word that is blanked",
        range(len(tokens)),
        format_func=labels.__getitem__,
        key=BLANK.name,
        required=True,
        persist_state="session",
    )
    page_state.publish(BLANK, place or 0)
    return place or 0


def _distinct_labels(tokens: list[str]) -> list[str]:
    """Give repeated words labels of their own, alike to the eye: Streamlit finds an option by its label."""
    return [f"{escaped(token)}{_NO_WIDTH * tokens[:k].count(token)}" for k, token in enumerate(tokens)]


def _verdict(reader: FillInReader, tokens: list[str], place: int) -> str:
    word = tokens[place]
    if word in reader.unknown(tokens):
        return "The word blanked is not one that the nets could name."
    known = int(reader.vocabulary.ids([word])[0])
    right = {side: float(reader.distribution(side, tokens, place)[known]) for side in SIDES}
    said = ", ".join(f"{TITLES[side].lower()} **{value:.3f}**" for side, value in right.items())
    return f"The word blanked is “{escaped(word)}”. Its probability: {said}."


FILL_IN = ExperimentSection(
    controls=ExperimentControls(
        FillInExperiment,
        {
            "cell": "Cell",
            "embedding_dim": "Numbers in a word vector",
            "forget_bias": "The LSTM's forget bias",
            "most_fillers": "Filler phrases, at most",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch, stories",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        most_layers=3,
        prefix="fill_",
    ),
    bundled="stories",
    draw=_draw_accuracy,
)
