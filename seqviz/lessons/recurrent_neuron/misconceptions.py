"""What is often said of a recurrent neuron, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "tanh ranges over (0, 1).",
        "It ranges over (−1, 1). The sigmoid, which gates use, ranges over (0, 1).",
    ),
    (
        "An unrolled net has a layer of its own weights for each word.",
        "The drawing has a copy for each word; the weights W, U and V are the same in all of them.",
    ),
    (
        "“RNN(16)” is a net of 16 layers.",
        "16 is the size of the state: 16 units side by side, applied once a word.",
    ),
]
