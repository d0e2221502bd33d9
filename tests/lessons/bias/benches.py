"""Benches of the Bias page on the vectors that come with the app."""

from __future__ import annotations

import functools

from seqviz.corpora.directions import directions
from seqviz.lessons.bias.bench import Bench, assemble
from seqviz.ui.vectors.source import bundled, pretrained


@functools.cache
def bench(direction: str = "gender", strength: int = 100, *, of_the_world: bool = False) -> Bench:
    learned = bundled() if of_the_world else pretrained()
    one, known = directions()[direction], learned.vectors.known
    sets = [words for words in one.sets if len(known(words)) == len(words)]
    return assemble(learned, sets, known(one.neutral), strength)
