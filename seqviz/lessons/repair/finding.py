"""A person looks for the faulty line; a wrong choice is answered with what that line makes."""

from __future__ import annotations

import streamlit as st

from seqviz.lessons.repair.answers import NONE, is_found, line_of
from seqviz.lessons.repair.running import outcome
from seqviz.lessons.repair.snippets import Snippet
from seqviz.ui import controls


def find_the_line(snippet: Snippet) -> None:
    """Draw the snippet, and the numbers of its lines to choose from."""
    st.code(snippet.code.rstrip(), language="python", line_numbers=True, wrap_lines=True)
    controls.pills(line_of(snippet), "Which line is at fault?")


def say_whether_found(snippet: Snippet, line: str) -> None:
    """Answer the choice of a line: what it made, and whether it is at fault."""
    if line == NONE:
        st.info("Choose the line that is at fault; then you can repair it.", icon=":material/touch_app:")
        return
    number = int(line)
    if is_found(snippet):
        why = snippet.why.format_map(outcome(snippet.name).variables)
        st.success(f"Line {number} is at fault. {why}", icon=":material/check:")
    else:
        st.warning(f"Line {number} is not at fault. {_hint(snippet, number)}", icon=":material/search:")
    _what_it_made(snippet, number)


def _hint(snippet: Snippet, number: int) -> str:
    note = snippet.notes.get(snippet.lines[number - 1])
    return note or f"Look further {'down' if number < snippet.faulty_lines[0] else 'up'}."


def _what_it_made(snippet: Snippet, number: int) -> None:
    """Show what a line made when it was last run."""
    found = outcome(snippet.name)
    made = found.made.get(number)
    if number == found.stopped_at:
        st.caption(f"The program stops at line {number}:")
        st.code(found.error, language=None, wrap_lines=True)
    elif made:
        st.caption(f"What line {number} made when it was last run:")
        shown = "\n".join(f"{name} = {value}" for name, value in made.items())
        st.code(shown, language=None, wrap_lines=True)
