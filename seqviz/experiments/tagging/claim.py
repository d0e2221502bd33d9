"""What the taggers that come with the app are there to show."""

from __future__ import annotations

from seqviz.corpora.teddy import split_in_pairs, teddy_sentences
from seqviz.experiments.tagging.config import ARMS
from seqviz.experiments.tagging.train import SENTENCES_ASIDE
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim
from seqviz.text.intervals import differ

ASKED = "teddy"


def num_asked(seed: int) -> int:
    """Return how many of the sentences set aside ask about the word Teddy."""
    _, aside = split_in_pairs(teddy_sentences(), SENTENCES_ASIDE, seed)
    return sum(one.tokens.count(ASKED) for one in aside)


def _both_ends_know(run: BundledRun) -> bool:
    number = num_asked(run.config["seed"])
    forward, both = (round(run.result["arms"][arm]["teddy_accuracy"] * number) for arm in ARMS[:2])
    return both > forward and differ((both, number), (forward, number))


BOTH_ENDS_KNOW = PictureClaim(
    "The net that reads from both ends is right about more Teddies than the one that reads forward, beyond chance.",
    _both_ends_know,
)
