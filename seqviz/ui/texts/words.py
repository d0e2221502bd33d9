"""The words of a line that a person typed."""

from __future__ import annotations


def words_of(line: str) -> list[str]:
    """Cut a line at spaces and commas."""
    return line.replace(",", " ").split()
