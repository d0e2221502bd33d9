"""A story whose far ends belong together: how much filler in between can a trained net bridge?"""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st

from seqviz.corpora.stories import COUNTRIES, country_story, filling
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.fill_in.trained import FillInReader
from seqviz.figures.directions import candidate_bars, distance_curve
from seqviz.models.cells.registry import cell_named
from seqviz.runs.experiment import from_config
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.fill_in import FILL_IN, fill_in_reader
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.trained import BUNDLED, bundled_run
from seqviz.ui.state.address import Choice, Number, Setting

COUNTRY = Choice("country", tuple(COUNTRIES), "france", str.capitalize)
NUM_FILLERS = Number("fillers", 0, 60, 3, 1)
SETTINGS: tuple[Setting, ...] = (COUNTRY, NUM_FILLERS)
DRAWN_FILLERS = (0, 1, 2, 4, 6, 8, 12, 16, 24, 32, 40, 60)


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
    shown = " ".join((*story.tokens[: story.late], escaped("____"), *story.tokens[story.late + 1 :]))
    st.markdown(f"> {shown}")
    found = reader.candidates("left", story.tokens, story.late)
    one, two = st.columns(2)
    with one:
        frame.figure(
            candidate_bars(
                [c.word for c in found], [c.probability for c in found], title="For the gap", colour=0
            ),
            key="distance:gap",
            how_to_read=_the_net(_trained()),
        )
    with two:
        _far(reader)


def first_choice(country: str, num_fillers: int) -> str:
    """Return the word that the bundled net that reads from the left puts into the gap first."""
    story, reader = country_story(country, filling(num_fillers)), fill_in_reader(BUNDLED)
    return reader.vocabulary.tokens[int(reader.distribution("left", story.tokens, story.late).argmax())]


def _trained() -> FillInExperiment:
    return from_config(FillInExperiment, bundled_run(FILL_IN.bundled).config)


def _the_net(made: FillInExperiment) -> str:
    """Say how the net was made: with a large forget bias its memory is kept from the first step on."""
    kept = (
        f", whose forget biases began at {with_minus(made.forget_bias, 'g')}"
        if cell_named(made.cell).forget_bias_gate
        else ""
    )
    return (
        f"The {made.cell.upper()}{kept}, trained on such stories with at most {made.most_fillers} phrases of filler; "
        "it reads from the left."
    )


@functools.lru_cache(maxsize=1)
def _answers() -> dict[int, dict[str, np.ndarray]]:
    """Ask once for all countries at all lengths: phrases of filler -> country -> (vocabulary_size,)."""
    reader = fill_in_reader(BUNDLED)
    stories = {n: {c: country_story(c, filling(n)) for c in COUNTRIES} for n in DRAWN_FILLERS}
    return {
        n: {c: reader.distribution("left", story.tokens, story.late) for c, story in told.items()}
        for n, told in stories.items()
    }


def _far(reader: FillInReader) -> None:
    found, trained = _answers(), _trained().most_fillers
    ids = {c: int(reader.vocabulary.ids([COUNTRIES[c]])[0]) for c in COUNTRIES}
    frame.figure(
        distance_curve(
            [_num_tokens(n) for n in DRAWN_FILLERS],
            {
                f"{c.capitalize()} → {COUNTRIES[c]}": [float(found[n][c][ids[c]]) for n in found]
                for c in COUNTRIES
            },
            _num_tokens(trained),
        ),
        key="distance:curve",
        how_to_read=f"The probability of the right language as the filler grows. Right of the dotted line, at "
        f"{trained} phrases, the stories are longer than any that it was trained on.",
    )
    last = DRAWN_FILLERS[-1]
    st.markdown(_at_the_end(reader, found[last], _num_tokens(last)))


def _num_tokens(fillers: int) -> int:
    """Return how many tokens so many phrases of filler add to a story."""
    return len(country_story("france", filling(fillers)).tokens) - len(country_story("france", ()).tokens)


def _at_the_end(reader: FillInReader, found: dict[str, np.ndarray], num_tokens: int) -> str:
    """Say what the net would put into the gap after the longest filler."""
    said = {c: reader.vocabulary.tokens[int(values.argmax())] for c, values in found.items()}
    right = [c.capitalize() for c, word in said.items() if word == COUNTRIES[c]]
    wrong = [f"{c.capitalize()} ({word})" for c, word in said.items() if word != COUNTRIES[c]]
    return (
        f"Measured after {num_tokens} tokens of filler: the first choice is right for {', '.join(right) or 'none'}, "
        f"wrong for {', '.join(wrong) or 'none'}."
    )
