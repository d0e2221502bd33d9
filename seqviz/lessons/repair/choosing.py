"""Which snippet is looked at, how far a person has come, and what the snippet does as it stands."""

from __future__ import annotations

import streamlit as st

from seqviz.lessons.repair.answers import SNIPPET, is_repaired
from seqviz.lessons.repair.inputs import GIVEN
from seqviz.lessons.repair.running import outcome
from seqviz.lessons.repair.snippets import Snippet, snippet_named, snippets
from seqviz.ui import controls
from seqviz.ui.course_links import lesson_link
from seqviz.ui.markdown import escaped


def choose_snippet() -> Snippet:
    """Draw the menu of snippets and how many are repaired, and return the chosen one."""
    snippet = snippet_named(controls.menu(SNIPPET, "Snippet"))
    repaired = [one.title for one in snippets() if is_repaired(one)]
    said = f"Repaired: {len(repaired)} of {len(snippets())}"
    st.progress(len(repaired) / len(snippets()), f"{said}: {', '.join(repaired)}" if repaired else said)
    return snippet


def what_it_does(snippet: Snippet) -> None:
    """Say what a snippet is meant to do and is given, and show what it does as it stands."""
    st.markdown(f"**What it is meant to do.** {snippet.wants}")
    given = [f"`{name}`: {_given(snippet, name)}" for name in snippet.given]
    if given:
        st.markdown(f"**What it is given.** {' · '.join(given)}")
    st.markdown("**What it does as it stands**")
    st.code(outcome(snippet.name).shown, language=None, wrap_lines=True)
    lesson_link(snippet.lesson, "The lesson: {title}")
    lesson_link("glossary", f"{{title}}: {snippet.term}", word=snippet.term)


def _given(snippet: Snippet, name: str) -> str:
    return escaped(f"“{snippet.text}”") if name == "text" else GIVEN[name][0]
