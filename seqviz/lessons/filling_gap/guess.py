"""The question before the answer: which nets name the country when it is the country that is missing."""

from __future__ import annotations

import functools

from seqviz.corpora.stories import FILLERS, country_story
from seqviz.experiments.fill_in.config import SIDES
from seqviz.ui.fill_in import fill_in_reader
from seqviz.ui.runs.trained import BUNDLED

STORY = country_story("france", FILLERS[:3])
NAMING = {
    "only the one that reads what stands to the left": {"left"},
    "only the one that reads both sides": {"both"},
    "the one that reads what stands to the right, and the one that reads both sides": {"right", "both"},
    "all three": set(SIDES),
}
OPTIONS = (*NAMING, "none of these")


@functools.lru_cache(maxsize=1)
def first_choices() -> dict[str, tuple[str, float]]:
    """Return each bundled net's first choice for the country, with its probability."""
    reader = fill_in_reader(BUNDLED)
    found = {side: reader.candidates(side, STORY.tokens, STORY.early, 1)[0] for side in SIDES}
    return {side: (one.word, one.probability) for side, one in found.items()}


def naming_answer() -> str:
    """Return which of OPTIONS is true of the nets that come with the app."""
    right = {side for side, (word, _) in first_choices().items() if word == STORY.tokens[STORY.early]}
    return next((option for option, sides in NAMING.items() if sides == right), OPTIONS[-1])


def reveal_naming() -> str:
    """Say what each net puts into the gap, and why."""
    said = "; ".join(
        f"{side} *{word}* ({probability:.2f})" for side, (word, probability) in first_choices().items()
    )
    return (
        f"The first choices of the nets that come with the app: {said}. What settles the country is its language, and "
        f"that stands {STORY.late - STORY.early} words further to the right."
    )
