"""A text with what a step changed in it marked, by colour and by sign."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import streamlit as st

from seqviz.text.marking import changes

_FILES = Path(__file__).parent / "components" / "text_diff"
_component = st.components.v2.component(
    "seqviz_text_diff",
    html='<div class="text" role="region" tabindex="0"></div>',
    css=(_FILES / "text_diff.css").read_text("utf-8"),
    js=(_FILES / "text_diff.js").read_text("utf-8"),
)


def text_diff(before: str, after: str, *, key: str, label: str) -> None:
    """Show a text after a step, with what was removed, inserted and replaced.

    Args:
        before: the text before the step.
        after: the text after it.
        key: names the element on the page.
        label: what is shown, for a screen reader.
    """
    spans = [asdict(span) for span in changes(before, after)]
    _component(key=key, data={"spans": spans, "label": label, "empty": "(no text)"})
