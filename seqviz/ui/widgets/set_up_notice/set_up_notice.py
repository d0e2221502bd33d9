"""What a task has set up: the page is scrolled there, the controls are marked, and it can be taken back on the spot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_set_up_notice",
    html=(_FILES / "set_up_notice.html").read_text("utf-8"),
    css=(_FILES / "set_up_notice.css").read_text("utf-8"),
    js=one_module(_FILES / "set_up_notice.js"),
)


def set_up_notice(
    said: str, changed: Sequence[str], *, back_to: str, turn: str, on_undo: Callable[[], None]
) -> None:
    """Show what was set up, once; call it after the controls.

    Args:
        said: what was done, a short sentence.
        changed: the keys of the controls that hold something else now.
        back_to: the key of the button that did it.
        turn: tells one time from another.
        on_undo: called when a person takes it back.
    """
    _component(
        key="set_up_notice",
        data={"said": said, "changed": list(changed), "back_to": back_to, "turn": turn},
        on_undo_change=on_undo,
    )
