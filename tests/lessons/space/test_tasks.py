from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import sklearn.manifold

from seqviz.embeddings.space import WordVectors
from seqviz.lessons.space.map import View
from seqviz.lessons.space.tasks import (
    Screen,
    bent_to_trust,
    clusters_of_meaning,
    map_lies,
    past_tense,
)

WORDS = tuple(f"w{k:02d}" for k in range(24))
#: Two bundles of twelve directions each; on the map the words lie on a line, in their order or shuffled.
ANGLES = np.r_[np.linspace(0, 0.4, 12), np.linspace(1.6, 2.0, 12)]
VECTORS = WordVectors(WORDS, np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1).astype(np.float32))
LINE = np.stack([np.arange(24.0), np.zeros(24)], axis=1)
MEANINGS = ("one",) * 12 + ("other",) * 12


def screen(points=LINE, meanings=MEANINGS, **changed) -> Screen:
    view = View(VECTORS, points, ("x", "y"), meanings)
    there = Screen(VECTORS, view, "t-SNE", "k-means", 2, "w00", [["walk", "walked"]], [])
    return replace(there, **changed)


def test_t_sne_is_set_beside_pca():
    result = bent_to_trust(screen(points=VECTORS.vectors))
    assert (
        result.is_done and result.said == "Trustworthiness 1.00 by t-SNE, 1.00 by PCA, of the same 24 words."
    )
    by_chance = LINE[np.random.default_rng(0).permutation(24)]
    theirs = sklearn.manifold.trustworthiness(VECTORS.vectors, by_chance, n_neighbors=10)
    assert f"{theirs:.2f} by t-SNE, 1.00 by PCA" in bent_to_trust(screen(points=by_chance)).said
    assert not bent_to_trust(screen(method="PCA")).is_done


def test_as_many_clusters_as_groups_find_two_that_lie_apart():
    result = clusters_of_meaning(screen())
    assert result.is_done and "adjusted Rand index 1.00 over 24 words" in result.said
    assert clusters_of_meaning(screen(meanings=("", "one") * 6 + ("other", "") * 6)).is_done


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (screen(colours="meaning"), "colour by k-means"),
        (screen(num_clusters=3), "3 clusters are not as many"),
        (screen(meanings=("",) * 24), "no groups of meaning"),
    ],
)
def test_other_colours_or_numbers_are_not_the_task(there, said):
    assert not clusters_of_meaning(there).is_done and said in clusters_of_meaning(there).said


def test_a_map_that_leads_astray_names_the_false_neighbours():
    # on this map w00 stands among those of the other bundle
    astray = LINE.copy()
    astray[0, 0] = 30
    result = map_lies(screen(points=astray))
    assert result.is_done and "Of 10 neighbours of *w00* on the map 0 are true" in result.said
    assert "w23, w22" in result.said
    faithful = map_lies(screen())
    assert not faithful.is_done and "10 are true. Ask for another" in faithful.said
    assert not map_lies(screen(asked="unheard")).is_done


def test_past_tenses_are_counted_along_the_axis():
    words = ("walk", "walked", "sing", "sang", "drive", "drove", "write", "wrote")
    points = np.array([[0, 1], [1, 0], [0.1, 1], [1, 0.1], [0.2, 1], [1, 0.2], [1, 0.3], [0.3, 1]])
    there = screen(vectors=WordVectors(words, points.astype(np.float32)), along=words[2:])
    assert past_tense(there).is_done and past_tense(there).said.startswith("Of 3 verbs, 2 have")
    alone = past_tense(replace(there, along=("sing", "drive", "write", "sang")))
    assert not alone.is_done and "with their past tense: sing. Name 3" in alone.said
    for pairs in ([["walk"]], [["unheard", "walk"]], [[]]):
        assert "The axis needs pairs" in past_tense(replace(there, pairs=pairs)).said
