import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.decomposition import PCA

from seqviz.embeddings.projection import (
    adjusted_rand_index,
    align,
    clusters,
    near_their_own,
    principal_components,
    shared_neighbours,
    trustworthiness,
)

RNG = np.random.default_rng(0)
CLOUD = RNG.normal(size=(30, 6)) * [5, 3, 2, 1, 1, 1]


def test_principal_components_agree_with_scikit_learn():
    ours, theirs = principal_components(CLOUD, 3), PCA(3).fit(CLOUD)
    np.testing.assert_allclose(ours.explained, theirs.explained_variance_ratio_)
    np.testing.assert_allclose(np.abs(ours.points), np.abs(theirs.transform(CLOUD)), atol=1e-9)
    np.testing.assert_allclose(ours.place(CLOUD), ours.points)


@pytest.mark.parametrize("vectors", [np.ones((5, 3)), np.ones((1, 1)), np.zeros((2, 4))])
def test_vectors_without_spread_fall_on_one_point(vectors):
    found = principal_components(vectors, 2)
    assert found.points.shape == (len(vectors), 2)
    np.testing.assert_allclose(found.points, 0, atol=1e-12)
    assert np.isfinite(found.explained).all()


@given(angle=st.floats(0, 6.28), mirrored=st.booleans())
def test_alignment_undoes_any_turn_and_mirroring(angle, mirrored):
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    reference = CLOUD[:, :2]
    turned = reference @ turn * ([-1, 1] if mirrored else [1, 1]) + 7
    np.testing.assert_allclose(align(turned, reference), reference, atol=1e-9)


def test_alignment_keeps_distances():
    turned = align(CLOUD[:, :2], CLOUD[::-1, 1:3])
    before = np.linalg.norm(CLOUD[3, :2] - CLOUD[9, :2])
    assert np.linalg.norm(turned[3] - turned[9]) == pytest.approx(before)


def test_a_map_that_keeps_everything_is_trusted_and_a_shuffled_one_is_not():
    assert trustworthiness(CLOUD[:, :2], CLOUD[:, :2]) == 1.0
    assert trustworthiness(CLOUD[:, :2], RNG.permutation(CLOUD[:, :2])) < 0.8
    assert trustworthiness(CLOUD[:2], CLOUD[:2, :2]) == 1.0


def test_neighbours_in_the_space_and_on_the_map_can_differ():
    vectors = np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 0, 1.0], [0, 1, 0]])
    points = np.array([[0, 0], [9, 9], [0, 1], [5, 5.0]])
    assert shared_neighbours(vectors, points, 0, 1) == ([1], [2])


@given(num_words=st.integers(1, 12), how_many=st.integers(1, 12), data=st.data())
def test_a_word_is_never_among_its_own_neighbours(num_words, how_many, data):
    row = data.draw(st.integers(0, num_words - 1))
    rng = np.random.default_rng(num_words)
    found = shared_neighbours(rng.normal(size=(num_words, 3)), rng.normal(size=(num_words, 2)), row, how_many)
    for neighbours in found:
        assert row not in neighbours
        assert len(set(neighbours)) == len(neighbours) == min(how_many, num_words - 1)


def test_clusters_find_two_groups_and_their_typical_words():
    groups = np.concatenate([RNG.normal([5, 0], 0.1, (6, 2)), RNG.normal([0, 5], 0.1, (4, 2))])
    found = clusters(groups, 2)
    assert len(set(found.labels[:6])) == len(set(found.labels[6:])) == 1
    assert sorted(len(words) for words in found.typical) == [4, 6]


def test_there_are_never_more_clusters_than_different_vectors():
    assert set(clusters(np.ones((5, 2)), 4).labels) == {0}


def test_a_groups_typical_words_are_its_own_nearest_to_its_centre_first():
    vectors = np.random.default_rng(2).normal(size=(25, 3))
    found = clusters(vectors, 4, seed=1)
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    assert sorted(row for group in found.typical for row in group) == list(range(25))
    for group, rows in enumerate(found.typical):
        assert set(rows) == set(np.flatnonzero(found.labels == group))
        distances = np.linalg.norm(units[list(rows)] - units[list(rows)].mean(0), axis=1)
        assert list(distances) == sorted(distances)


def test_how_often_a_point_stands_by_its_own_and_how_often_by_chance():
    rng = np.random.default_rng(1)
    points, groups = rng.normal(size=(40, 2)), rng.choice(list("abc"), 40)
    share, by_chance = near_their_own(points, groups.tolist())
    nearest = [
        min((j for j in range(40) if j != i), key=lambda j: np.hypot(*(points[i] - points[j])))
        for i in range(40)
    ]
    assert share == np.mean([groups[i] == groups[j] for i, j in enumerate(nearest)])
    pairs = [groups[i] == groups[j] for i in range(40) for j in range(40) if i != j]
    assert by_chance == pytest.approx(np.mean(pairs))


def test_the_adjusted_rand_index_counts_pairs():
    """Two groupings of six things, worked out by hand from the contingency table."""
    groups, others = list("aaabbb"), list("xxyyyy")
    together, first, second, pairs = 1 + 0 + 3, 3 + 3, 1 + 6, 15
    by_chance = first * second / pairs
    assert adjusted_rand_index(groups, others) == pytest.approx(
        (together - by_chance) / ((first + second) / 2 - by_chance)
    )
