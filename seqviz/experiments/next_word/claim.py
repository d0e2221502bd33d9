"""What the two readers that come with the app are there to show."""

from __future__ import annotations

from seqviz.experiments.next_word.config import ARMS
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim


def _only_copied(run: BundledRun) -> bool:
    forward, both = (run.result["arms"][arm] for arm in ARMS)
    ahead = both["accuracy_whole"] > forward["accuracy_whole"]
    return bool(ahead and both["accuracy_so_far"] < forward["accuracy_so_far"])


ONLY_COPIED = PictureClaim(
    "The net that reads from both ends is ahead while the next word stands in its text, and behind once it does not.",
    _only_copied,
)
