"""What the first pictures of the lesson on bias are there to show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.lessons.bias.bench import Bench, assemble
from seqviz.lessons.bias.both_ways import Answers, ask
from seqviz.lessons.bias.direction import GENDER, STRENGTH, at_the_ends, components
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening
from seqviz.ui.vectors.source import pretrained


@dataclass(frozen=True)
class Asked:
    """The opening question's answers, as the page's two tables hold them.

    Attributes:
        before: from the vectors as they came.
        after: from the debiased ones.
        lean: how far the first answer for either end reaches along the direction, as the vectors came.
    """

    before: Answers
    after: Answers
    lean: tuple[float, float]


def _first_bench() -> Bench:
    learned = pretrained()
    return assemble(learned, list(GENDER.sets), learned.vectors.known(GENDER.neutral), STRENGTH.default)


def _first_lean() -> tuple[np.ndarray, np.ndarray]:
    bench = _first_bench()
    return components(bench, at_the_ends(bench))


def _leans_and_then_does_not(lean: tuple[np.ndarray, np.ndarray]) -> bool:
    before, after = lean
    return bool(before.min() < -0.1 and before.max() > 0.1 and np.abs(after).max() < 1e-6)


def _first_question() -> Asked:
    bench = _first_bench()
    before, after = (ask(v, GENDER.asked, bench.ends, bench.meaning_it) for v in (bench.before, bench.after))
    low, high = (
        float(bench.before.unit(side[0].word) @ bench.direction.direction)
        for side in (before.for_low, before.for_high)
    )
    return Asked(before, after, (low, high))


def _gender_decides_and_then_does_not(asked: Asked) -> bool:
    (low, high), after = asked.lean, asked.after
    same = [n.word for n in after.for_low] == [n.word for n in after.for_high]
    return low < high and asked.before.for_low[0].word != asked.before.for_high[0].word and same


OPENINGS = (
    Opening(
        PictureClaim(
            "Occupations lean to she and to he before debiasing, and to neither after it.",
            _leans_and_then_does_not,
        ),
        _first_lean,
    ),
    Opening(
        PictureClaim(
            "Asked for a doctor, she and he get different occupations before debiasing, hers leaning more to she, and "
            "the same words after it.",
            _gender_decides_and_then_does_not,
        ),
        _first_question,
    ),
)
