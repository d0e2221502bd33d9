"""What is often said of what cells remember, and what is so."""

from __future__ import annotations

from seqviz.experiments.recall.arms import title_of
from seqviz.lessons.remembering.guess import shares_at_longest_lag

MORE_UNITS = (
    "More units remember longer.",
    "They hold more at once. How long a unit holds what it has is decided by its forget gate, and by what the net "
    "has learned to do with it.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [("An LSTM remembers longer than a GRU or a plain net.", _by_its_start()), MORE_UNITS]


def _by_its_start() -> str:
    lag, shares = shares_at_longest_lag()
    said = "; ".join(f"{title_of(net)} {min(of):.2f} to {max(of):.2f}" for net, of in shares.items())
    return (
        f"It depends on how it begins. Share of right answers after {lag} distractors, the worst and the best of "
        f"{len(next(iter(shares.values())))} trainings of each net that comes with the app: {said}."
    )
