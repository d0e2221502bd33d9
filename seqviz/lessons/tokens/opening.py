"""What the first pictures of the lesson on tokens are there to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seqviz.lessons.tokens.pictures import batch_cells, texts_of
from seqviz.lessons.tokens.text import (
    BATCH,
    KEEP,
    KIND,
    LENGTH,
    LOWER,
    SIZE,
    TYPED,
    Cut,
    counted_corpus,
    vocabulary_of,
)
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening
from seqviz.ui.texts.source import corpus_setting, load

#: Position -> (what is written there, what it is), of one text of the batch.
Cells = Mapping[int, tuple[str, str]]


def _num_different() -> tuple[int, int]:
    """Count the first text's different tokens, as they came and lower-cased."""
    as_it_came, lowered = (Cut(KIND.default, lower).tokens(TYPED.default) for lower in (LOWER.default, True))
    return len(set(as_it_came)), len(set(lowered))


def _first_batch() -> Sequence[Cells]:
    cut = Cut(KIND.default, LOWER.default)
    known = counted_corpus(load(corpus_setting().default), cut)
    assert known is not None, "the first corpus holds tokens"
    return batch_cells(
        texts_of(BATCH.default, cut), vocabulary_of(known, SIZE.default), LENGTH.default, KEEP.default
    )


def _two_become_one(num_different: tuple[int, int]) -> bool:
    as_it_came, lowered = num_different
    return as_it_came == lowered + 1


def _all_that_can_become_of_a_token(batch: Sequence[Cells]) -> bool:
    lengths = {sum(what != "cut off" for _, what in cells.values()) for cells in batch}
    found = {what for cells in batch for _, what in cells.values()}
    return len(lengths) == 1 and found == {"has an id", "unknown", "padding", "cut off"}


TWO_BECOME_ONE = PictureClaim("Lower-casing makes one token of two.", _two_become_one)
ALL_THAT_CAN_BECOME = PictureClaim(
    "Of three texts the net gets equally many ids each: a short one is padded, a long one cut, and where a token has "
    "no id of its own it is unknown.",
    _all_that_can_become_of_a_token,
)

OPENINGS = (Opening(TWO_BECOME_ONE, _num_different), Opening(ALL_THAT_CAN_BECOME, _first_batch))
