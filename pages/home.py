"""The course as a map."""

from __future__ import annotations

import streamlit as st

from seqviz.ui import frame
from seqviz.ui.session import remember
from seqviz.ui.syllabus import Course

frame.introduction(
    "How nets read",
    "Text becomes numbers, numbers become vectors, and a small net reads them word by word. "
    "Here you watch it happen, on your own sentences.",
)

for title, lessons in remember(Course).sections.items():
    st.subheader(title)
    for lesson in lessons:
        st.page_link(lesson.path, label=f"**{lesson.title}** · {lesson.question}")
