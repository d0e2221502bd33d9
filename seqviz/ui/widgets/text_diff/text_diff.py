"""A text with what a step changed in it marked, by colour and by sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from seqviz.text.marking import changes
from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_text_diff",
    html='<div class="text" role="region" tabindex="0"></div>',
    css=(_FILES / "text_diff.css").read_text("utf-8"),
    js=one_module(_FILES / "text_diff.js"),
)


def text_diff(before: str, after: str, *, key: str, label: str) -> None:
    """Show a text after a step, with what was removed, inserted and replaced.

    Args:
        before: the text before the step.
        after: the text after it.
        key: names the element on the page.
        label: what is shown, for a screen reader.
    """
    _show([asdict(span) for span in changes(before, after)], key, label)


def dropped_words(tokens: Sequence[str], kept: Sequence[bool], *, key: str, label: str) -> None:
    """Show tokens of which some are dropped; those are struck out.

    Args:
        tokens: (num_tokens,).
        kept: (num_tokens,), False for a dropped one.
        key: names the element on the page.
        label: what is shown, for a screen reader.
    """
    spans = []
    for token, stays in zip(tokens, kept, strict=True):
        kind, before, after = ("same", token, token) if stays else ("removed", token, "")
        spans += [
            {"kind": kind, "before": before, "after": after},
            {"kind": "same", "before": " ", "after": " "},
        ]
    _show(spans, key, label)


def _show(spans: list[dict[str, str]], key: str, label: str) -> None:
    _component(key=key, data={"spans": spans, "label": label, "empty": "(no text)"})
