"""The words of the course."""

from __future__ import annotations

import streamlit as st

from seqviz.lessons.glossary.terms import look_up
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Text

WORD = Text("word", "", 60)

frame.introduction("Glossary", "What does this word mean?", WORD)
found = look_up(controls.line(WORD, "Look for"))
if not found:
    st.info("No entry contains this. Try a part of the word.", icon=":material/search_off:")
for part in found:
    st.subheader(part.title)
    st.table(
        {"Word": list(part.terms), "Meaning": list(part.terms.values())}, border="horizontal", hide_index=True
    )
