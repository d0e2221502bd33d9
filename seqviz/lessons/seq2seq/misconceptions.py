"""What is often said of encoders, decoders and decoding, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "Beam search finds the likeliest sentence.",
        "It finds the likeliest of those that it kept. Only a beam as wide as all beginnings is sure.",
    ),
    (
        "Teacher forcing is cheating.",
        "It is how the decoder learns quickly; but then it never sees its own mistakes during training, and at the "
        "first one it is on new ground.",
    ),
    (
        "The likeliest sentence is the best translation.",
        "Every word more makes a sentence less likely, so without a correction for length the shortest would win. The "
        "beam here compares the mean log-probability of a token.",
    ),
]
