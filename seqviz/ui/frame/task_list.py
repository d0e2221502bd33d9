"""What to try: a lesson's tasks, each with a button that sets the controls for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from seqviz.ui.frame.parts import PARTS
from seqviz.ui.state.set_together import set_together


def tasks(things_to_do: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """List things to try; the button beside each sets the controls for it.

    Args:
        things_to_do: (sentence, {control key: value}) with values as the controls themselves hold them. Keys
            are those of controls that this page draws; the address follows where they are bound to it.
    """
    st.subheader(PARTS[0])
    for number, (sentence, values) in enumerate(things_to_do, start=1):
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(f"**{number}.** {sentence}", width="stretch")
            st.button(
                "Set it up",
                key=f"task:{number}",
                icon=":material/tune:",
                help="Sets the controls of this page for the task; *Undo*, at the top, takes it back.",
                on_click=set_together,
                args=(values,),
            )
