"""What the two nets that come with the app are there to show."""

from __future__ import annotations

from seqviz.experiments.word_order.config import ARMS
from seqviz.experiments.word_order.pairs import PAIRS, is_positive
from seqviz.experiments.word_order.train import MEASURED_REVIEWS
from seqviz.experiments.word_order.trained import OrderReader
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim
from seqviz.text.intervals import differ
from seqviz.text.tokens import words


def _reading_in_turn_helps(run: BundledRun) -> bool:
    bag, read = (
        (round(run.result["arms"][arm]["accuracy"] * MEASURED_REVIEWS), MEASURED_REVIEWS) for arm in ARMS
    )
    return read > bag and differ(read, bag) and _is_right_on_both(run)


def _is_right_on_both(run: BundledRun) -> bool:
    """Tell whether the recurrent net is right about both sentences that the page opens with."""
    reader = OrderReader.from_run(run.config, run.extras, run.weights)
    opening = [words(text) for text in PAIRS[0]]
    return all((reader.positive(tokens)[ARMS[1]] > 0.5) == is_positive(tokens) for tokens in opening)


READING_IN_TURN_HELPS = PictureClaim(
    "The recurrent net is right about more reviews than the feed-forward one, beyond chance, and about both sentences.",
    _reading_in_turn_helps,
)
