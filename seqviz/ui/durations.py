"""Seconds and counts as people read them."""

from __future__ import annotations


def in_words(seconds: float) -> str:
    """Write a duration: "under a second", "8 s", "2 min 05 s", "1 h 10 min"."""
    if seconds < 1:
        return "under a second"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3_600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3_600} h {whole % 3_600 // 60:02d} min"


def about(seconds: float) -> str:
    """Write a duration that is an estimate: "under a second", "about 8 s"."""
    written = in_words(seconds)
    return written if written.startswith("under") else f"about {written}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun: "1 run", "3 runs", "12,000 words"."""
    word = noun if number == 1 else plural or f"{noun}s"
    return f"{number:,} {word}"
