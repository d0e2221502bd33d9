"""What the nets of a recall comparison have reached: each net's accuracies at each lag, one for each seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seqviz.experiments.recall.arms import net_and_lag
from seqviz.experiments.recall.train import LEARNED
from seqviz.runs.history import History

#: Net -> lag -> share of right answers of each seed, 0 to 1.
Accuracies = Mapping[str, Mapping[int, Sequence[float]]]


def accuracies(history: History) -> dict[str, dict[int, list[float]]]:
    """Return the latest accuracy of every arm that has one, by net and lag; seeds in their order."""
    found: dict[str, dict[int, list[float]]] = {}
    for arm in history.arms:
        net, lag = net_and_lag(arm)
        share = history.latest("accuracy", arm)
        if share is not None:
            found.setdefault(net, {}).setdefault(lag, []).append(share)
    return found


def worst(reached: Accuracies) -> dict[str, dict[int, float]]:
    """Return what the seed that got least reached: net -> lag -> share of right answers."""
    return {net: {lag: min(shares) for lag, shares in points.items()} for net, points in reached.items()}


def best(reached: Accuracies) -> dict[str, dict[int, float]]:
    """Return what the seed that got most reached: net -> lag -> share of right answers."""
    return {net: {lag: max(shares) for lag, shares in points.items()} for net, points in reached.items()}


def longest_learned(points: Mapping[int, float]) -> int:
    """Return the longest lag up to which a net has learned every lag; 0 where it has learned none."""
    found = 0
    for lag, share in sorted(points.items()):
        if share < LEARNED:
            break
        found = lag
    return found
