"""A regular expression of one's own on the cleaning lesson: what it replaces, and a sentence where it cannot be run."""

from __future__ import annotations

import streamlit as st

from seqviz.text.own_pattern import OwnPatternError, replace_matches
from seqviz.ui import controls
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Text
from seqviz.ui.widgets.text_diff.text_diff import text_diff

PATTERN = Text("pattern", r"[^\w\s]", 200)
REPLACEMENT = Text("replacement", "", 50)
SETTINGS = (PATTERN, REPLACEMENT)
SHOWN = 1_500  # characters of a long text on which the pattern is run


@st.fragment
def own_pattern_part(text: str) -> None:
    """Let a person type a pattern, and show what it replaces in the text as it came."""
    with st.expander("A regular expression of your own", icon=":material/regular_expression:"):
        left, right = st.columns(2)
        with left:
            pattern = controls.line(PATTERN, "Pattern, in Python's syntax")
        with right:
            replacement = controls.line(REPLACEMENT, "Each match is replaced by (empty: removed)")
        if not pattern:
            st.info(r"Type a pattern, such as \d+ for runs of digits.", icon=":material/edit:")
            return
        _show(pattern, replacement, text[:SHOWN])


def _show(pattern: str, replacement: str, text: str) -> None:
    try:
        after, number = replace_matches(pattern, replacement, text)
    except OwnPatternError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    where = f" in the first {SHOWN:,} characters" if len(text) == SHOWN else ""
    st.markdown(f"**{counted(number, 'match', 'matches')}**{where}, in the text as it came:")
    text_diff(text, after, key="own_pattern", label="The text after your regular expression")
