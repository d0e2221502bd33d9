"""A story whose far ends belong together: how much filler in between can a trained net bridge?"""

from __future__ import annotations

import streamlit as st

from seqviz.corpora.stories import COUNTRIES, country_story, filling
from seqviz.figures.directions import candidate_bars, distance_curve
from seqviz.training.fill_in import FillInExperiment
from seqviz.training.label_readers import FillInReader
from seqviz.ui import controls, frame
from seqviz.ui.address import Choice, Number, Setting
from seqviz.ui.experiment_part import BUNDLED
from seqviz.ui.fill_in_part import fill_in_reader

COUNTRY = Choice("country", tuple(COUNTRIES), "france", str.capitalize)
NUM_FILLERS = Number("fillers", 0, 60, 3, 1)
SETTINGS: tuple[Setting, ...] = (COUNTRY, NUM_FILLERS)
DRAWN_FILLERS = (0, 1, 2, 4, 6, 8, 12, 16, 24, 32, 40, 60)
MOST_TRAINED = FillInExperiment().most_fillers  # of the run that comes with the app


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
