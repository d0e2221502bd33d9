"""What the parts below a lesson's picture are called, and how two of them stand side by side."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

#: The headings below the picture, in their order.
PARTS = ("What to try", "Predict, then look", "Common misconceptions", "You can now")
#: The boxes below them, closed at first.
FOLDED = ("The code behind it", "Sources")


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return two places, the left one for the tasks and the right one for the prediction; a phone stacks them."""
    left, right = st.columns([3, 2], gap="large")
    return left, right
