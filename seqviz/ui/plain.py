"""A person's text inside a sentence of Markdown, shown as it was written."""

from __future__ import annotations

_ESCAPED = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]()<>#+-!|~$:&"})


def escaped(text: str) -> str:
    """Return the text with every character that means something in Markdown escaped."""
    return text.translate(_ESCAPED)
