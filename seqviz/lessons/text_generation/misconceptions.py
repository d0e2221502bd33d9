"""What is often said of writing by sampling, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "Temperature changes what the net knows.",
        "It changes only how its scores become chances. The perplexity, measured at temperature 1, stays as it is.",
    ),
    (
        "A bidirectional net predicts the next word better.",
        "It cannot be used as it stands: reading from the end, it has seen the very word it is to predict. "
        "Filling in a gap is its fair task.",
    ),
    (
        "A lower perplexity per word is a better model than a higher one per character.",
        "The two count different things. Bits per character of the same text can be compared.",
    ),
]
