"""What the recall comparison that comes with the app is there to show."""

from __future__ import annotations

from seqviz.experiments.recall.arms import cell_of
from seqviz.experiments.recall.reached import accuracies, best, longest_learned, worst
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim

FEWEST_SEEDS = 3


def _the_bias_decides(run: BundledRun) -> bool:
    reached = accuracies(run.history)
    begun_higher = [net for net in reached if net != cell_of(net)]
    seeds = min(len(shares) for points in reached.values() for shares in points.values())
    if not begun_higher or seeds < FEWEST_SEEDS or run.config["set_forget_bias"]:
        return False
    least, most = worst(reached), best(reached)
    return all(longest_learned(least[net]) > longest_learned(most[cell_of(net)]) for net in begun_higher)


THE_BIAS_DECIDES = PictureClaim(
    "From each of at least three seeds, LSTMs that begin with a larger forget bias learn a longer lag than any that "
    "begins as PyTorch draws it.",
    _the_bias_decides,
)
