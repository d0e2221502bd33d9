"""A link to what is on the screen, to copy, and as a QR code for a phone."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from seqviz.ui.state import page_state, session
from seqviz.ui.widgets.copy_field.copy_field import copy_field

_HERE_ALONE = ("localhost", "127.0.0.1", "::1")
_LARGEST = 25  # version of a QR code, 117 modules wide: a phone does not read finer ones off a screen


def copy_link() -> None:
    """Draw the button that shows the address of what is on the screen. It is a part of its own: opening it is quick."""
    st.fragment(_copy_link)()


def _copy_link() -> None:
    with st.popover(
        "Copy link", icon=":material/link:", type="tertiary", key="copy link", on_change="rerun"
    ) as box:
        if box.open:
            _show(link_here())


def link_here() -> str:
    """Return the address that brings somebody else to what is on the screen, without what a person prefers."""
    personal = session.remember(page_state.PageState).personal
    said = [
        (name, text)
        for name in st.query_params
        if name not in personal
        for text in st.query_params.get_all(name)
    ]
    return (st.context.url or "") + (f"?{urlencode(said)}" if said else "")


def _show(link: str) -> None:
    st.markdown("**This address brings back what you see**: text, settings and run.")
    copy_field(link, label="Address of what you see", key="link to copy")
    drawing = qr_code(link)
    if drawing is None:
        st.caption("It is too long for a code that a phone could read off the screen.")
    else:
        st.image(drawing, alt="QR code of the address", width=280)
    if urlsplit(link).hostname in _HERE_ALONE:
        st.caption(
            "It leads nowhere but on this computer. Open seqviz by the computer's name or number in the network, and "
            "the link is for others too."
        )


def qr_code(text: str) -> str | None:
    """Return a QR code as SVG, dark on white in either theme; None of a text too long for one that can be read.

    Args:
        text: what it shall say.
    """
    try:
        code = segno.make_qr(text, error="l", version=None)
    except segno.DataOverflowError:
        return None
    return (
        None
        if int(code.version) > _LARGEST
        else code.svg_inline(light="#ffffff", dark="#000000", border=4, omitsize=True)
    )
