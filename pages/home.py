"""A net that reads a sentence at first sight, then the course as a map."""

from __future__ import annotations

import streamlit as st

from seqviz.lessons.home.first_look import SETTINGS, first_look
from seqviz.lessons.home.going_on import going_on, what_is_remembered
from seqviz.ui import frame
from seqviz.ui.course_links import course_map
from seqviz.ui.syllabus import course

frame.introduction(
    "How nets read",
    "Text becomes numbers, numbers become vectors, and a small net reads them word by word. "
    "Here you watch it happen, on sentences of your own.",
    *SETTINGS,
)
going_on()
first_look()
st.subheader("The course")
course_map(course())
what_is_remembered()
st.caption(
    "The numbers in seqviz are computed or measured, never made up. The texts are English, and so are the rules "
    "by which they are cut into words; only *Seq2seq and attention* also writes French."
)
