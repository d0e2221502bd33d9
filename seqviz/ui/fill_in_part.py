"""Filling in: any word of a story blanked, guessed from the left, the right, and both sides."""

from __future__ import annotations

import streamlit as st

from seqviz.corpora.stories import COUNTRIES, FILLERS, country_story, filling, place_story
from seqviz.figures.directions import candidate_bars, distance_curve, paired_accuracy
from seqviz.text.tokens import words
from seqviz.training.fill_in import SIDES, FillInExperiment
from seqviz.training.label_readers import FillInReader
from seqviz.ui import controls, frame
from seqviz.ui.address import Choice, Number, Setting, Text
from seqviz.ui.experiment_controls import ExperimentControls
from seqviz.ui.experiment_part import BUNDLED, ExperimentPart, ShownRun, weights_of
from seqviz.ui.plain import escaped
from seqviz.ui.session import held, set_controls

POOL = " ".join(place_story("pool", FILLERS[:2]).tokens)
FRANCE = " ".join(country_story("france", FILLERS[:3]).tokens)
STORY = Text("story", POOL, 1_000)
EXAMPLES = {
    "The pool": POOL,
    "France": FRANCE,
    "Spain": " ".join(country_story("spain", FILLERS[2:6]).tokens),
}
FIRST_BLANK = 5  # the place in the first story
COUNTRY = Choice("country", tuple(COUNTRIES), "france", str.capitalize)
NUM_FILLERS = Number("fillers", 0, 60, 3, 1)
DRAWN_FILLERS = (0, 1, 2, 4, 6, 8, 12, 16, 24, 32, 40, 60)
SETTINGS: tuple[Setting, ...] = (STORY,)
DISTANCE_SETTINGS: tuple[Setting, ...] = (COUNTRY, NUM_FILLERS)
MOST_TOKENS = 120
MOST_TRAINED = FillInExperiment().most_fillers  # of the run that comes with the app
_NO_WIDTH = "\u200b"
TITLES = {"left": "From the left only", "right": "From the right only", "both": "From both sides"}

FILL_IN = ExperimentPart(
    ExperimentControls(
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
    "stories",
)


@st.cache_resource(max_entries=8, show_spinner="Loading the nets …")
def fill_in_reader(run_id: str) -> FillInReader:
    """Return the fill-in nets of a run, or the bundled ones."""
    return FillInReader.from_run(*weights_of(run_id, FILL_IN.bundled))


def fill_in_part() -> None:
    """Let a person blank a word and see what three nets would put there."""
    st.subheader("Filling in a missing word: the fair task")
    FILL_IN.settings()
    run_id = FILL_IN.show(_draw_accuracy)
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
            paired_accuracy(values, title="Filled in rightly"),
            key=f"{run.id}:filled",
            how_to_read=f"Guessing among {len(COUNTRIES)} reaches {1 / len(COUNTRIES):.3f}. Each side alone is "
            "right where the settling word stands on its side.",
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
    if strangers := reader.unknown(tokens):
        shown = ", ".join(f"“{escaped(token)}”" for token in strangers[:8])
        st.caption(f"The nets do not know {shown}: they read ‹unk› there, and cannot answer with it.")
    columns = st.columns(len(SIDES))
    for k, (column, side) in enumerate(zip(columns, SIDES, strict=True)):
        found = reader.candidates(side, tokens, place)
        with column:
            frame.figure(
                candidate_bars(
                    [one.word for one in found],
                    [one.probability for one in found],
                    title=TITLES[side],
                    colour=k,
                ),
                key=f"gap:{side}",
                how_to_read="The five likeliest words for the gap.",
            )
    st.markdown(_verdict(reader, tokens, place))


def _blanked(tokens: list[str]) -> int:
    """Let a person click the word to blank; return its place."""
    wanted = held("blank")
    if not isinstance(wanted, int) or wanted >= len(tokens):
        set_controls({"blank": min(FIRST_BLANK, len(tokens) - 1)})
    labels = _told_apart(tokens)
    place = st.pills(
        "Click the word that is blanked",
        range(len(tokens)),
        format_func=labels.__getitem__,
        key="blank",
        required=True,
    )
    return 0 if place is None else int(place)


def _told_apart(tokens: list[str]) -> list[str]:
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


@st.fragment
def distance_part() -> None:
    """Show how far a country carries in the bundled net that reads from the left."""
    st.subheader("A story with a gap at its far end")
    reader = fill_in_reader(BUNDLED)
    left, right = st.columns(2)
    with left:
        country = controls.menu(COUNTRY, "I had a good time in")
    with right:
        num_fillers = controls.slider(NUM_FILLERS, "Filler phrases in between")
    story = country_story(country, filling(num_fillers))
    shown = " ".join((*story.tokens[: story.late], "\\_\\_\\_\\_", *story.tokens[story.late + 1 :]))
    st.markdown(f"> {shown}")
    found = reader.candidates("left", story.tokens, story.late)
    one, two = st.columns(2)
    with one:
        frame.figure(
            candidate_bars(
                [c.word for c in found], [c.probability for c in found], title="For the gap", colour=0
            ),
            key="distance:gap",
            how_to_read=f"An LSTM trained on such stories with at most {MOST_TRAINED} phrases of filler; "
            "it reads from the left.",
        )
    with two:
        _far(reader)


def _far(reader: FillInReader) -> None:
    lengths, right = [], {country: [] for country in COUNTRIES}  # type: ignore[var-annotated]
    for number in DRAWN_FILLERS:
        for country, values in right.items():
            story = country_story(country, filling(number))
            known = int(reader.vocabulary.ids([COUNTRIES[country]])[0])
            values.append(float(reader.distribution("left", story.tokens, story.late)[known]))
        lengths.append(
            len(country_story("france", filling(number)).tokens) - len(country_story("france", ()).tokens)
        )
    frame.figure(
        distance_curve(
            lengths, {f"{name.capitalize()} → {COUNTRIES[name]}": values for name, values in right.items()}
        ),
        key="distance:curve",
        how_to_read="The probability of the right language as the filler grows. Lengths beyond "
        f"{MOST_TRAINED} phrases are longer than anything it was trained on.",
    )
