"""What is often said of debiasing, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "Debiasing removes the bias.",
        "It removes *one direction*. In vectors from large corpora, words that were used alike are still near "
        "each other, and that reveals the side (Gonen & Goldberg 2019). The counter-test above measures it on "
        "the vectors you chose.",
    ),
    (
        "The algorithm invented the bias.",
        "It read it: choose the small world above. There the tilt of every occupation is written in the grammar, and "
        "the picture says how closely the vectors follow it. That makes it no less harmful when such vectors decide "
        "about people.",
    ),
    (
        "The gender direction is the PCA of the differences she − he, centred.",
        "Centring the differences would remove the very direction sought. The *words* are centred "
        "within each pair.",
    ),
]
