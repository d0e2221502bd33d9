"""A person's words on a figure, shown as they were written."""

from __future__ import annotations

import html


def escape(text: str) -> str:
    """Return a text that Plotly shows as it is: it reads <b>, <a href=…> and &lt;, but knows no &quot;."""
    return html.escape(text, quote=False)
