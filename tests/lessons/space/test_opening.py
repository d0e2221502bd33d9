import numpy as np

from seqviz.embeddings.space import Analogy, Neighbour
from seqviz.lessons.space.opening import OPENINGS, MapDrawn

MAP, ANALOGY = (opening.claim for opening in OPENINGS)


def test_a_map_without_order_does_not_show_what_the_lesson_says():
    rng = np.random.default_rng(0)
    assert not MAP.holds(MapDrawn(rng.normal(size=(60, 2)), tuple("abcdefghij" * 6)))


def test_an_analogy_without_its_trap_does_not_either():
    queen = (Neighbour("queen", 0.9),)
    assert not ANALOGY.holds(Analogy(np.ones(2), queen, queen))
    assert ANALOGY.holds(Analogy(np.ones(2), queen, (Neighbour("king", 0.95), *queen)))
