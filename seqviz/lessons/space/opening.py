"""What the first pictures of the lesson on the space are there to show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.projection import near_their_own, principal_components
from seqviz.embeddings.space import Analogy
from seqviz.embeddings.word_sum import read_word_sum
from seqviz.lessons.space.arithmetic import ANALOGY
from seqviz.lessons.space.map import ASKED, SEARCH, SHOWN, chosen_words
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening
from seqviz.ui.vectors.source import pretrained


@dataclass(frozen=True)
class MapDrawn:
    """The map as the page opens with it.

    Attributes:
        points: (num_words, 2), the places of the words that have a group of meaning.
        meanings: (num_words,), their groups.
    """

    points: np.ndarray
    meanings: tuple[str, ...]


def _first_map() -> MapDrawn:
    learned = pretrained()
    wanted = learned.vectors.known([*SEARCH.default.split(), ASKED.default])
    vectors = chosen_words(learned, SHOWN.default, wanted)
    meanings = learned.group_of_words(vectors.words)
    grouped = [row for row, meaning in enumerate(meanings) if meaning]
    points = principal_components(vectors.units).points[grouped]
    return MapDrawn(points, tuple(meanings[row] for row in grouped))


def _like_stands_by_like(drawn: MapDrawn) -> bool:
    share, by_chance = near_their_own(drawn.points, drawn.meanings)
    return share > 0.5 > 3 * by_chance


def _first_analogy() -> Analogy:
    return pretrained().vectors.analogy(*read_word_sum(ANALOGY.default))


def _the_rule_helps(answer: Analogy) -> bool:
    return answer.nearest[0].word == "queen" and answer.nearest_of_all[0].word == "king"


OPENINGS = (
    Opening(
        PictureClaim(
            "Most words have a word of their own group of meaning next to them on the map, far more than by chance.",
            _like_stands_by_like,
        ),
        _first_map,
    ),
    Opening(
        PictureClaim(
            "King − man + woman ends nearest to king, and to queen once the words asked are left out.",
            _the_rule_helps,
        ),
        _first_analogy,
    ),
)
