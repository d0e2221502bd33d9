"""A person's words on the page: cut from a line, and shown as they are."""

from __future__ import annotations


def words_of(line: str) -> list[str]:
    """Cut a line at spaces and commas."""
    return line.replace(",", " ").split()


def plain(sentence: str) -> str:
    """Escape Markdown, so that a person's words are shown as they came."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-!|~$:" else c for c in sentence)
