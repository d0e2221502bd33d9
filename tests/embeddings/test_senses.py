import numpy as np
import pytest

from seqviz.embeddings.senses import in_two_groups
from seqviz.embeddings.space import UnknownWordError, WordVectors


def a_word_between_two_in_two_groups():
    rng = np.random.default_rng(0)
    left, right = np.eye(6)[:2]
    rows = [left + right, *(left + 0.1 * rng.normal(size=(5, 6))), *(right + 0.1 * rng.normal(size=(5, 6)))]
    return WordVectors(
        ("bat", *(f"animal{k}" for k in range(5)), *(f"ball{k}" for k in range(5))), np.array(rows)
    )


def test_the_neighbours_of_a_word_between_two_groups_are_parted_as_they_lie():
    vectors = a_word_between_two_in_two_groups()
    found = in_two_groups(vectors, "bat")
    parts = [{n.word[:4] for n in part} for part in (found.first, found.second)]
    assert sorted(map(sorted, parts)) == [["anim"], ["ball"]]
    assert found.first[0] == vectors.neighbours("bat", 1)[0]
    cosines = [
        [
            vectors.similarity(f"{one}{i}", f"{other}{j}")
            for i in range(5)
            for j in range(5)
            if i != j or one != other
        ]
        for one, other in (("animal", "animal"), ("ball", "ball"), ("animal", "ball"))
    ]
    assert found.within == pytest.approx(np.mean(cosines[0] + cosines[1]), abs=1e-6)
    assert found.between == pytest.approx(np.mean(cosines[2]), abs=1e-6)


def test_neighbours_that_are_all_alike_are_one_group():
    found = in_two_groups(WordVectors(tuple("abcdef"), np.ones((6, 2))), "a")
    assert len(found.first) == 5 and found.second == () and np.isnan(found.between)


def test_too_few_neighbours_and_unknown_words_are_refused():
    with pytest.raises(ValueError, match="At least 4 neighbours"):
        in_two_groups(WordVectors(tuple("abc"), np.eye(3)), "a")
    with pytest.raises(UnknownWordError):
        in_two_groups(a_word_between_two_in_two_groups(), "bank")
