"""What a training of word vectors measures by each method, with its unit, and how to read it."""

from __future__ import annotations

_NOISE_TOLD = (
    "The loss is that of the latest update, so it jumps. It falls as true neighbours get higher probabilities and "
    "noise lower ones; it cannot reach 0, because real neighbours are never certain."
)
#: Method -> what its loss is, with its unit, and how to read it.
LOSSES = {
    "skip-gram": ("loss per pair (nats)", _NOISE_TOLD),
    "fasttext": ("loss per pair (nats)", _NOISE_TOLD),
    "cbow": ("loss per position (nats)", _NOISE_TOLD),
    "hierarchical softmax": (
        "loss per pair (nats)",
        "The loss is minus the logarithm of the probability that the tree gives to the true neighbour, in the "
        "latest update, so it jumps. At the start every turn is a toss-up, ln 2 nats each.",
    ),
    "glove": (
        "J per cell (nats²)",
        "The loss is GloVe's objective J, divided by the number of cells read so far in the epoch. It falls as "
        "the dot products come near the logarithms of the counts.",
    ),
}


def speed_label(method: str) -> str:
    """Name what is counted a second: GloVe reads cells of its matrix, the other methods words of the text."""
    return "Cells per second" if method == "glove" else "Words per second"
