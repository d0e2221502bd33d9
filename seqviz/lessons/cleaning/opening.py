"""What the first pictures of the lesson on cleaning are there to show."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.lessons.cleaning.controls import (
    CHAIN,
    DROP_NEGATIONS,
    DROPPED,
    KEPT_LETTERS,
    STEMMER,
    TYPED,
    options_of,
)
from seqviz.lessons.cleaning.stages import ONE, OTHER
from seqviz.runs.picture_claim import PictureClaim
from seqviz.text.chain import Options, Stage, stages
from seqviz.text.losses import equal_after
from seqviz.text.stop_words import negations_in
from seqviz.text.tokens import words_as_written
from seqviz.ui.opening import Opening


def _first_options() -> Options:
    return options_of(STEMMER.default, KEPT_LETTERS.default, DROPPED.default, DROP_NEGATIONS.default)


def _first_stages() -> Sequence[Stage]:
    return stages(TYPED.default, CHAIN.default, _first_options())


def _keeps_not_and_number(passed: Sequence[Stage]) -> bool:
    without_markup, left = passed[0].after, passed[-1].after
    before, after = words_as_written(without_markup), words_as_written(left)
    numbers = [[token for token in tokens if token.isdigit()] for tokens in (before, after)]
    return (
        len(negations_in(left)) == len(negations_in(without_markup)) > 0
        and numbers[0] == numbers[1] != []
        and 2 * len(after) < len(before)
    )


def _never_equal(step: str | None) -> bool:
    return step is None


KEEPS_NOT_AND_NUMBER = PictureClaim(
    "The usual chain takes out more than half of the tokens, and neither the negation nor the number.",
    _keeps_not_and_number,
)
NEVER_EQUAL = PictureClaim(
    "Two sentences that a negation tells apart stay different to the end of the usual chain.", _never_equal
)

OPENINGS = (
    Opening(KEEPS_NOT_AND_NUMBER, _first_stages),
    Opening(NEVER_EQUAL, lambda: equal_after(ONE.default, OTHER.default, CHAIN.default, _first_options())),
)
