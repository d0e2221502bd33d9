"""A lesson's picture, and under it how to read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from seqviz.figures import palette
from seqviz.ui.state.preferences import enlarge, image_format, is_large


def figure(
    fig: go.Figure,
    *,
    key: str,
    how_to_read: str,
    alt: str | None = None,
    on_click: Callable[[], None] | None = None,
) -> None:
    """Show the picture and, under it, how to read it.

    Args:
        fig: a figure with a title and titles on its axes.
        key: unique on the page.
        how_to_read: what position, colour and length mean, in a sentence or two of Markdown.
        alt: what the picture shows, for people who cannot see it; its title and `how_to_read` otherwise.
        on_click: called when a person clicks a point; `session.held(key)` then says which.
    """
    shown = palette.darken(fig) if st.context.theme.type == "dark" else fig
    st.plotly_chart(
        enlarge(shown) if is_large() else shown,
        key=key,
        width="stretch",
        theme="streamlit",
        alt=alt or f"{fig.layout.title.text or key}. {how_to_read}",
        config=_figure_config(key),
        on_select=on_click or "ignore",
        selection_mode="points",
    )
    st.markdown(f"**How to read it.** {how_to_read}")


def _figure_config(name: str) -> dict[str, Any]:
    return {
        "displaylogo": False,
        "toImageButtonOptions": {"format": image_format(), "filename": f"seqviz-{name}", "scale": 2},
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    }
