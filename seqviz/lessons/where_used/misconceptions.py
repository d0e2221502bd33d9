"""What is often said of recurrent nets' place today, and what is so."""

from __future__ import annotations

from seqviz.lessons.where_used import state_size

STACK_OF_BI_LSTMS = (
    "The 2016 translation system was a stack of Bi-LSTMs.",
    "Its encoder had eight LSTM layers of which the bottom one alone was bidirectional; its decoder had eight, "
    "with attention.",
)
REPLACED = (
    "Transformers replaced recurrent nets because recurrent nets cannot remember.",
    "The stronger reason was speed of training: a recurrent net has to go through a text token by token, a "
    "transformer computes all tokens at once. That let people train on far more text.",
)
HISTORY = (
    "Recurrent nets are history.",
    "A state of fixed size, updated token by token, costs the same however long the text is. Recent models "
    "return to that idea with recurrences that can be trained in parallel.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [STACK_OF_BI_LSTMS, REPLACED, HISTORY, _small_state()]


def _small_state() -> tuple[str, str]:
    return (
        "A small state is only a weakness.",
        state_size.a_small_state(),
    )
