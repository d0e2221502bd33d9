"""What is often said of the GRU cell, and what is so."""

from __future__ import annotations

from seqviz.lessons.gru_cell import conventions as gru_conventions

OLD_CANDIDATE = (
    "The GRU mixes its candidate with the old candidate.",
    r"It mixes it with the *old state*: in PyTorch $h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}$, so z = 1 "
    "keeps. Others write the two the other way round, so z = 1 replaces.",
)
EXPLOSION = (
    "The reset gate is there to stop gradients from exploding.",
    "It lets the candidate drop the past. Gates ease *vanishing*; explosion needs clipping.",
)
THREE_QUARTERS = (
    "A GRU has exactly three quarters of an LSTM's parameters.",
    "In PyTorch's layout, yes. Not quite in Keras's, where the LSTM has one bias a block and the GRU two.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [OLD_CANDIDATE, EXPLOSION, _one_gru(), THREE_QUARTERS]


def _one_gru() -> tuple[str, str]:
    return (
        "All libraries compute the same GRU.",
        "PyTorch and cuDNN reset *after* the product with U; the paper that introduced the unit resets before. "
        f"{gru_conventions.apart_when_trained()}",
    )
