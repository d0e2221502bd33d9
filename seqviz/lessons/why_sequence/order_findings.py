"""What the two nets of the word-order comparison get right: on reviews set aside, and on the sentences at hand."""

from __future__ import annotations

from seqviz.experiments.word_order.config import ARMS
from seqviz.experiments.word_order.pairs import is_positive
from seqviz.experiments.word_order.train import MEASURED_REVIEWS
from seqviz.runs.history import History
from seqviz.ui.shares_compared import compared


def on_reviews(history: History) -> str:
    """Compare both nets' accuracies on reviews set aside; "" while they are not measured."""
    found = {arm: history.latest("accuracy", arm) for arm in ARMS}
    hits = {arm: round(share * MEASURED_REVIEWS) for arm, share in found.items() if share is not None}
    if len(hits) < len(ARMS):
        return ""
    ahead, behind = ((arm, hits[arm]) for arm in ARMS[::-1])
    return compared(ahead, behind, MEASURED_REVIEWS, "reviews")


def on_sentences(first: list[str], second: list[str], found: list[dict[str, float]]) -> str:
    """Say which answer is right for each sentence, and which net gives it.

    Args:
        first: the tokens of one sentence.
        second: of the other.
        found: arm -> probability of positive, for each of the two.
    """
    right = [is_positive(tokens) for tokens in (first, second)]
    if None in right:
        return "Which answers are right is for you to say: these sentences are yours."
    verdicts = {
        arm: [(one[arm] > 0.5) == truth for one, truth in zip(found, right, strict=True)] for arm in ARMS
    }
    said = " and ".join(
        f"the {which} is {_side(is_so)}" for which, is_so in zip(("first", "second"), right, strict=True)
    )
    return f"The right answers, for what follows *but* is the writer's own verdict: {said}. " + " ".join(
        f"{arm.capitalize()}: {_score(two)}." for arm, two in verdicts.items()
    )


def _side(is_so: bool | None) -> str:
    return "positive" if is_so else "negative"


def _score(right: list[bool]) -> str:
    if all(right):
        return "right on both"
    if not any(right):
        return "wrong on both"
    return f"right on the {'first' if right[0] else 'second'} only"
