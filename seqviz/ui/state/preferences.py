"""What a person prefers on every page: presenter size, and the format in which figures are saved."""

from __future__ import annotations

from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from seqviz.ui import controls
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Flag

PRESENTER = Flag("presenter")
IMAGE_FORMAT = Choice("figures", ("png", "svg"), "png", str.upper)
SETTINGS = (PRESENTER, IMAGE_FORMAT)

_LARGE = 1.35
_FOLDER = Path(__file__).parent


def style() -> None:
    """Give tables' toolbars room on a touch screen, and the presenter large type. Before the page."""
    st.html(_FOLDER / "touch.css")
    if is_large():
        st.html(_FOLDER / "presenter.css")


def sidebar() -> None:
    """Draw the preferences. After the page, whose title nobody should wait for."""
    with st.sidebar.expander("For the lecture hall", icon=":material/co_present:"):
        controls.flag(PRESENTER, "Presenter size", help="Large type for everything, figures included.")
        controls.choice(IMAGE_FORMAT, "Save figures as", help="The camera on each figure saves it.")


def is_large() -> bool:
    """Tell whether the presenter's size is on."""
    return bool(page_state.value(PRESENTER))


def image_format() -> str:
    """Return the format in which the camera on a figure saves it: png or svg."""
    return str(page_state.value(IMAGE_FORMAT))


def is_narrow() -> bool:
    """Tell whether the browser says that it is a phone's: "Mobi" in its name, as MDN recommends to look for."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def enlarge(fig: go.Figure) -> go.Figure:
    """Return a copy of a figure with the presenter's type and height."""
    large = go.Figure(fig)
    height, text, title = (round(size * _LARGE) for size in (fig.layout.height or 450, 13, 16))
    large.update_layout(height=height, font_size=text, title_font_size=title, legend_font_size=text)
    large.update_xaxes(tickfont_size=text, title_font_size=text)
    return large.update_yaxes(tickfont_size=text, title_font_size=text)
