"""The answer to the page's question: which snippets stop."""

from __future__ import annotations

import streamlit as st

from seqviz.lessons.repair.running import outcome
from seqviz.lessons.repair.snippets import snippets


def reveal_stops() -> None:
    """Run every snippet as it stands, and say which of them stop."""
    stopped = [f"*{one.title}* ({outcome(one.name).error})" for one in snippets() if outcome(one.name).error]
    st.markdown(
        f"Run just now, as they stand: {', '.join(stopped)} of {len(snippets())}. The others print something "
        "plausible, so it pays to try code on an input whose result is known."
    )
