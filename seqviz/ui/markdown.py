"""A person's text inside a sentence of Markdown, shown as it was written."""

from __future__ import annotations

import re

_JOINER = "\u2060"  # no width, no line break: it only parts two characters for a program
_SPACES = "\t\n\v\f\r\x85\u2028\u2029"

#: What means something in Markdown, and what ends a line.
_ESCAPED = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]()<>#+-!|~$:&"} | dict.fromkeys(_SPACES, " "))
#: No letter, or one that turns the rest of the sentence round: control, surrogate, order of writing.
_UNSEEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
#: What Streamlit's page rewrites although it is escaped (addresses, :icons:, arrows such as ->), and a list's "1. ".
_REWRITTEN = re.compile(r":(?=\S)|@(?=\S)|www(?=\.)|(?<!\S)[<>~-](?=[->=])|(?<=\d)\.(?=\s)", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it is, on one line, with no link and no picture in it."""
    seen = _UNSEEN.sub("\ufffd", text)
    return _REWRITTEN.sub(lambda found: found[0] + _JOINER, seen).translate(_ESCAPED)
