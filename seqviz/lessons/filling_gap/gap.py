"""A gap: any word of a story blanked, guessed from the left, the right, and both sides."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from seqviz.corpora.stories import FILLERS, country_story, place_story
from seqviz.experiments.fill_in.config import SIDES
from seqviz.experiments.fill_in.trained import Candidate, FillInReader
from seqviz.figures.directions import candidate_bars
from seqviz.text.tokens import words
from seqviz.ui import controls, frame
from seqviz.ui.fill_in import FILL_IN, fill_in_reader
from seqviz.ui.markdown import escaped
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


def gap_part() -> None:
    """Let a person blank a word and see what three nets would put there."""
    st.subheader("Filling in a missing word: the fair task")
    FILL_IN.settings()
    _gap(FILL_IN.results())


def story_on_screen() -> tuple[list[str], int]:
    """Return the words of the story that is read, and the place of the one that is blanked."""
    tokens = words(page_state.value(STORY))[:MOST_TOKENS]
    return tokens, min(page_state.value(BLANK), max(len(tokens) - 1, 0))


def probabilities(reader: FillInReader, tokens: list[str], place: int) -> dict[str, float]:
    """Return each side's probability of the word that is blanked; none of a word that the nets could not name."""
    word = tokens[place]
    if word in reader.unknown(tokens):
        return {}
    known = int(reader.vocabulary.ids([word])[0])
    return {side: float(reader.distribution(side, tokens, place)[known]) for side in SIDES}


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
    right = probabilities(reader, tokens, place)
    if not right:
        return "The word blanked is not one that the nets could name."
    return f"The word blanked is “{escaped(tokens[place])}”. Its probability: {listed(right)}."


def listed(right: dict[str, float]) -> str:
    """Write each side's probability, as a part of a sentence."""
    return ", ".join(f"{TITLES[side].lower()} **{value:.3f}**" for side, value in right.items())
