"""What is often said of the LSTM cell, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "A forget gate at 0 blinds the net to earlier words.",
        r"It wipes the memory c. But $h_{t-1}$ still enters every gate and the candidate: the prediction above "
        "measures what comes through.",
    ),
    (
        "tanh ranges over (0, 1); all four layers are gates.",
        "tanh ranges over (−1, 1). Three layers are gates with a sigmoid, which ranges over (0, 1); the candidate "
        "is the fourth, with tanh.",
    ),
    (
        "The candidate is σ(…), and the new cell mixes it with the old candidate.",
        r"The candidate is tanh(…), and $c_t = f_t \odot c_{t-1} + i_t \odot g_t$: it is added to the *old cell*.",
    ),
    (
        "“LSTM(32)” has 32 layers, or 32 cells in a row; and it reads in both directions.",
        "32 is the size of the state: 32 units side by side in one cell, which is applied once a token. It reads "
        "in one direction unless a second net reads from the end.",
    ),
]
