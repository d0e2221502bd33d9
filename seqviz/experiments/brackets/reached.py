"""What the nets of a bracket comparison have reached, each from each seed, and where the deep net is ahead."""

from __future__ import annotations

from seqviz.experiments.brackets.config import net_of
from seqviz.runs.history import History

ON_BRACKETS, ON_WORDS = "on_brackets", "on_words"
#: A difference of means that a teacher would care about.
MARGIN = 0.02
SATURATED = 0.995


def accuracies(history: History, metric: str) -> dict[str, list[float]]:
    """Return the latest share of right answers of every net that has one: net -> one share a seed."""
    found: dict[str, list[float]] = {}
    for arm in history.arms:
        share = history.latest(metric, arm)
        if share is not None:
            found.setdefault(net_of(arm), []).append(share)
    return found


def is_ahead(first: list[float], second: list[float]) -> bool:
    """Tell whether every seed of one net is ahead of every seed of another, by more than the margin."""
    return min(first) > max(second) + MARGIN
