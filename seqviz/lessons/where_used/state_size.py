"""What a recurrent layer and a layer of attention keep in memory to go on with a text, in numbers."""

from __future__ import annotations

UNITS = 128
SHORT, LONG = 10, 1_000  # words


def kept_by_lstm(units: int) -> int:
    """Return how many numbers one LSTM layer goes on from, however long the text: h and c."""
    return 2 * units


def kept_by_attention(units: int, num_words: int) -> int:
    """Return how many numbers one layer of attention keeps: a key and a value of every word."""
    return 2 * units * num_words


def a_small_state() -> str:
    """Say why a small state of fixed size is an advantage on a phone."""
    short, long = (f"{kept_by_attention(UNITS, words):,}" for words in (SHORT, LONG))
    return (
        "On a phone it is a strength: little memory, and the same work for each word however much was typed or said. "
        f"An LSTM layer of {UNITS} units goes on from h and c, {kept_by_lstm(UNITS)} numbers, after {SHORT} words as "
        f"after {LONG:,}. A layer of attention of that width keeps a key and a value of every word: {short} numbers, "
        f"then {long}."
    )
