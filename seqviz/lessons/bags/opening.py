"""What the first pictures of the lesson on bags of words are there to show."""

from __future__ import annotations

import numpy as np

from seqviz.lessons.bags.readers import READERS, probabilities
from seqviz.lessons.bags.sentences import ONE, OTHER
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening

_BAG, _NET = READERS[0], READERS[-1]


def _only_the_net_tells(said: dict[str, np.ndarray]) -> bool:
    """Judge what each reader says of praise and of the same words as blame, (2,) probabilities of positive."""
    praise, blame = said[_NET]
    return bool(np.isclose(*said[_BAG]) and praise > 0.5 > blame)


ONLY_THE_NET_TELLS = PictureClaim(
    "A bag of words gives both texts one answer; the recurrent net is right about each.", _only_the_net_tells
)


def _readings() -> dict[str, np.ndarray]:
    return dict(zip(READERS, probabilities([ONE.default, OTHER.default]), strict=True))


OPENINGS = (Opening(ONLY_THE_NET_TELLS, _readings),)
