"""What is often said of gates, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "“All of an LSTM's layers squash to between 0 and 1.”",
        "Only the gates do: they use the sigmoid. The candidate uses tanh, whose values lie between −1 and 1; "
        "that is why it has the signed colours here.",
    ),
    (
        "“The new cell state mixes the candidate with the old candidate.”",
        "It is c = f · c₋₁ + i · g: the forget gate scales the *old cell state*, the input gate the new candidate. "
        "The arithmetic above shows it with this token's numbers.",
    ),
    (
        "“In a GRU the update gate chooses between the old and the new candidate.”",
        "It mixes the new candidate with the *old state*. And beware of the convention: in PyTorch's, which this "
        "page shows, z = 1 keeps the old state; other texts let z multiply the candidate. PyTorch also applies r "
        "after the product with the recurrent weights, others before it.",
    ),
    (
        "“Where the forget gate is 0, the net knows nothing of the words before.”",
        "The cell state starts afresh there, but the hidden state before still enters every gate and "
        "the candidate.",
    ),
]
