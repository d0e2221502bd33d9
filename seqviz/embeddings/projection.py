"""Word vectors on a map: principal components, alignment of frames, clusters, how much the map lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score

from seqviz.embeddings.space import to_unit


@dataclass(frozen=True)
class PcaMap:
    """Vectors seen from where they spread most.

    Attributes:
        points: (num_words, num_components).
        explained: (num_components,), each axis's share of the variance, 0 to 1.
        components: (num_components, dim), the axes.
        mean: (dim,), the point that becomes the origin.
    """

    points: np.ndarray
    explained: np.ndarray
    components: np.ndarray
    mean: np.ndarray

    def place(self, vectors: np.ndarray) -> np.ndarray:
        """Return where other vectors fall on this map, (num_vectors, num_components)."""
        return (vectors - self.mean) @ self.components.T


def principal_components(vectors: np.ndarray, num_components: int = 2) -> PcaMap:
    """Project vectors on the directions of largest variance.

    Where there are fewer directions than asked for, the missing axes are zero. Signs are fixed so that the
    largest entry of each axis is positive.

    Args:
        vectors: (num_words, dim).
        num_components: 2 or 3 for a picture.
    """
    mean = vectors.mean(axis=0)
    centred = (vectors - mean).astype(np.float64)
    _, sizes, axes = np.linalg.svd(centred, full_matrices=False)
    num_found = min(num_components, len(axes))
    components = np.zeros((num_components, vectors.shape[1]))
    components[:num_found] = axes[:num_found]
    strongest = components[np.arange(num_components), np.abs(components).argmax(axis=1)]
    components *= np.where(strongest < 0, -1.0, 1.0)[:, None]
    explained = np.zeros(num_components)
    explained[:num_found] = sizes[:num_found] ** 2 / max(float((sizes**2).sum()), 1e-30)
    return PcaMap(centred @ components.T, explained, components, mean)


def align(points: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Turn (and mirror) a map so that it lies as near as can be to an earlier one; distances stay.

    Args:
        points: (num_words, num_components), the map to turn.
        reference: the same words on the map to follow.

    Returns:
        The turned map with the reference's mean (orthogonal Procrustes).
    """
    centred = points - points.mean(axis=0)
    left, _, right = np.linalg.svd(centred.T @ (reference - reference.mean(axis=0)))
    return centred @ (left @ right) + reference.mean(axis=0)


def trustworthiness(vectors: np.ndarray, points: np.ndarray, num_neighbours: int = 10) -> float:
    """Return how far the map's neighbours are true ones, 0 to 1 (Venna and Kaski 2001, Euclidean)."""
    num_neighbours = min(num_neighbours, (len(vectors) - 1) // 2)
    if num_neighbours < 1:
        return 1.0
    from sklearn.manifold import trustworthiness as of_sklearn

    return float(of_sklearn(vectors, points, n_neighbors=num_neighbours))


def shared_neighbours(
    vectors: np.ndarray, points: np.ndarray, row: int, how_many: int
) -> tuple[list[int], list[int]]:
    """Return a word's nearest rows in the space (by cosine) and on the map (by distance), nearest first.

    The word itself is not among them: of `n` words each has at most `n - 1` neighbours.
    """
    cosines = to_unit(vectors) @ to_unit(vectors[row])
    distances = np.linalg.norm(points - points[row], axis=1)
    cosines[row], distances[row] = -np.inf, np.inf
    how_many = min(how_many, len(vectors) - 1)
    in_space = np.argsort(-cosines, kind="stable")[:how_many]
    on_map = np.argsort(distances, kind="stable")[:how_many]
    return in_space.tolist(), on_map.tolist()


def near_their_own(points: np.ndarray, groups: Sequence[str]) -> tuple[float, float]:
    """Return how often a point's nearest other point is of its own group, and how often it would be by chance.

    Args:
        points: (num_points, num_components), two at least; distances are Euclidean.
        groups: (num_points,).

    Returns:
        The share of points, and its expectation where the groups are dealt out at random, both from 0 to 1.
    """
    labels = np.unique(np.asarray(groups), return_inverse=True)[1]
    distances = np.linalg.norm(points[:, None] - points[None], axis=-1)
    np.fill_diagonal(distances, np.inf)
    share = float((labels[distances.argmin(axis=1)] == labels).mean())
    sizes = np.bincount(labels)
    return share, float((sizes * (sizes - 1)).sum() / (len(points) * (len(points) - 1)))


def adjusted_rand_index(groups: Sequence[str], others: Sequence[str]) -> float:
    """Return how alike two groupings of the same things are: 1 the same, about 0 by chance (Hubert and Arabie 1985)."""
    return float(adjusted_rand_score(groups, others))


@dataclass(frozen=True)
class Clusters:
    """Words parted into groups.

    Attributes:
        labels: (num_words,) int64, each word's group.
        typical: for each group its rows, nearest to the centre first.
    """

    labels: np.ndarray
    typical: tuple[tuple[int, ...], ...]


def clusters(vectors: np.ndarray, num_clusters: int, seed: int = 0) -> Clusters:
    """Group words by k-means on their unit vectors.

    Args:
        vectors: (num_words, dim).
        num_clusters: groups wanted; never more than there are different vectors.
        seed: of the starting centres.
    """
    units = to_unit(vectors)
    num_clusters = max(1, min(num_clusters, len(np.unique(units, axis=0))))
    model = KMeans(num_clusters, n_init=4, random_state=seed).fit(units)
    distance = np.linalg.norm(units - model.cluster_centers_[model.labels_], axis=1)
    typical = tuple(
        tuple(int(i) for i in np.argsort(distance, kind="stable") if model.labels_[i] == group)
        for group in range(num_clusters)
    )
    return Clusters(model.labels_.astype(np.int64), typical)
