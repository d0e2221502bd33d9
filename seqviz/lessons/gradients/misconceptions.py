"""What is often said of vanishing and exploding gradients, and what is so."""

from __future__ import annotations

from seqviz.lessons.gradients import findings as gradients_findings

RADIUS_ABOVE_ONE = (
    "A spectral radius above 1 makes the gradient explode.",
    "In a *linear* net, in the long run. tanh saturates and ReLU units die, so the gradient may vanish at 1.1: "
    "set it above and measure. And below 1 even a linear net may grow for a few steps first.",
)
GATES_PREVENT_EXPLOSION = (
    "The reset gate (or the gates as such) prevents explosion.",
    "Gates ease vanishing: one that stands open lets the past through. They set no bound: the next note says "
    "what a large forget bias does. Explosion needs clipping.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [
        RADIUS_ABOVE_ONE,
        GATES_PREVENT_EXPLOSION,
        (
            "Gradients explode because the net captures irrelevant information.",
            gradients_findings.what_explodes(),
        ),
        _vanishing_is_solved(),
    ]


def _vanishing_is_solved() -> tuple[str, str]:
    return ("LSTMs solve the vanishing gradient.", gradients_findings.where_gates_fade())
