"""Where recurrent nets were used, when, and what replaced them: short, dated, sourced."""

import streamlit as st

from seqviz.lessons.where_used import milestones, prices
from seqviz.lessons.where_used.milestones import FIELD
from seqviz.lessons.where_used.misconceptions import misconceptions
from seqviz.lessons.where_used.random_walk import forecast
from seqviz.lessons.where_used.tasks import TASKS, on_screen
from seqviz.models.attention import DotAttention
from seqviz.models.cells.gru.fast_layer import fast_gru
from seqviz.ui import frame

frame.introduction(
    "Where these nets were used",
    "What did recurrent nets do for people, and why did others take over?",
    FIELD,
    *prices.SETTINGS,
)
milestones.timeline_part()
prices.prices_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "Google's translation system of 2016 is often called “a stack of Bi-LSTMs”. How many of its eight encoder "
        "layers read in both directions?",
        ("one", "four", "all eight"),
        "Only the bottom one. The seven above it read forward: each lies on a processor of its own and can begin with "
        "a word as soon as the layer below has read it, so that the layers work side by side. A layer that reads from "
        "the end would have to wait for the whole sentence below it (Wu et al. 2016, section 3.2).",
        answer="one",
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(DotAttention, fast_gru, forecast)
frame.sources(milestones.references())
st.caption("The dates are those of the papers and announcements named; the wording is ours.")
