import numpy as np
import pytest
import torch
from scipy.spatial.distance import pdist, squareform

from seqviz.embeddings.projection import principal_components, trustworthiness
from seqviz.embeddings.tsne import (
    EXAGGERATED_SHARE,
    EXAGGERATION,
    SLOWEST,
    TsneConfig,
    kl_gradient,
    neighbour_probabilities,
    tsne,
)

RNG = np.random.default_rng(0)
CLOUD = RNG.normal(size=(40, 5))


def test_the_gradient_is_the_one_autograd_finds():
    joint = neighbour_probabilities(CLOUD, 8).double()
    points = torch.tensor(RNG.normal(size=(40, 2)), requires_grad=True)
    kernel = 1 / (1 + torch.cdist(points, points) ** 2) * (1 - torch.eye(40, dtype=torch.float64))
    on_map = kernel / kernel.sum()
    off = ~torch.eye(40, dtype=torch.bool)
    divergence = (joint[off] * (joint[off] / on_map[off]).log()).sum()
    (expected,) = torch.autograd.grad(divergence, points)
    torch.testing.assert_close(kl_gradient(joint, points.detach()), expected, rtol=1e-5, atol=1e-8)


def test_exaggeration_multiplies_the_pull_and_leaves_the_push():
    joint = neighbour_probabilities(CLOUD, 8).double()
    points = torch.tensor(np.random.default_rng(1).normal(size=(40, 3)))
    apart = points[:, None] - points
    kernel = 1 / (1 + (apart**2).sum(2)) * (1 - torch.eye(40, dtype=torch.float64))
    expected = 4 * (((12 * joint - kernel / kernel.sum()) * kernel)[:, :, None] * apart).sum(1)
    torch.testing.assert_close(kl_gradient(joint, points, 12.0), expected, rtol=1e-6, atol=1e-10)


def test_neighbour_probabilities_have_the_perplexity_asked_for():
    distances = squareform(pdist(CLOUD, "sqeuclidean"))
    joint = neighbour_probabilities(CLOUD, 10).numpy()
    assert joint.sum() == pytest.approx(1, rel=1e-4)
    np.testing.assert_allclose(joint, joint.T, rtol=1e-4)
    assert np.corrcoef(joint[np.triu_indices(40, 1)], -distances[np.triu_indices(40, 1)])[0, 1] > 0.5


def test_neighbour_probabilities_agree_with_scikit_learn():
    from sklearn.manifold._t_sne import _joint_probabilities

    distances = squareform(pdist(CLOUD, "sqeuclidean")).astype(np.float32)
    expected = squareform(_joint_probabilities(distances, 10.0, 0))
    np.testing.assert_allclose(neighbour_probabilities(CLOUD, 10), expected, rtol=2e-3, atol=1e-7)


def test_two_groups_come_apart_and_frames_arrive_on_the_way():
    groups = np.concatenate([RNG.normal(0, 1, (20, 5)), RNG.normal(12, 1, (20, 5))])
    frames = list(tsne(groups, TsneConfig(num_iterations=250, frame_every=50, perplexity=8)))
    assert len(frames) == 5
    apart = np.linalg.norm(frames[-1][:20].mean(0) - frames[-1][20:].mean(0))
    assert apart > 2 * frames[-1][:20].std(0).max()
    assert trustworthiness(groups, frames[-1], 5) > 0.85


@pytest.mark.parametrize("vectors", [np.ones((6, 3)), np.zeros((1, 3)), np.eye(3), np.eye(5)])
def test_few_or_equal_vectors_give_a_finite_map(vectors):
    *_, last = tsne(vectors, TsneConfig(num_iterations=30, num_components=3))
    assert last.shape == (len(vectors), 3)
    assert np.isfinite(last).all()


@pytest.mark.parametrize("setting", [{"num_components": 4}, {"num_iterations": 0}, {"perplexity": 0.0}])
def test_settings_out_of_bounds_are_refused(setting):
    with pytest.raises(ValueError, match=next(iter(setting))):
        TsneConfig(**setting)


@pytest.mark.parametrize(("num_words", "bearable"), [(7, 2.0), (13, 4.0)])
def test_few_words_lower_the_perplexity_to_a_third_of_the_others(num_words, bearable):
    few = RNG.normal(size=(num_words, 5))
    torch.testing.assert_close(neighbour_probabilities(few, 30.0), neighbour_probabilities(few, bearable))
    assert not torch.allclose(
        neighbour_probabilities(few, 30.0), neighbour_probabilities(few, 0.9 * bearable)
    )


def frames_by_hand(vectors, num_iterations, perplexity):
    """t-SNE as van der Maaten's program has it, number by number in float64, from the principal components."""
    joint = neighbour_probabilities(vectors, perplexity).double().numpy()
    points = principal_components(vectors, 2).points
    points = points / points[:, 0].std() * 1e-4
    velocity, gains = np.zeros_like(points), np.ones_like(points)
    rate = max(len(points) / EXAGGERATION / 4, SLOWEST)
    frames = []
    for step in range(num_iterations):
        early = step < int(num_iterations * EXAGGERATED_SHARE)
        apart = points[:, None] - points
        kernel = 1 / (1 + (apart**2).sum(2))
        np.fill_diagonal(kernel, 0)
        pull = (EXAGGERATION if early else 1.0) * joint - kernel / kernel.sum()
        gradient = 4 * ((pull * kernel)[:, :, None] * apart).sum(1)
        for place in np.ndindex(*points.shape):
            same_sign = (gradient[place] > 0) == (velocity[place] > 0)
            gains[place] = max(0.01, gains[place] * 0.8 if same_sign else gains[place] + 0.2)
        velocity = (0.5 if early else 0.8) * velocity - rate * gains * gradient
        points = points + velocity
        frames.append(points)
    return frames


@pytest.mark.parametrize(
    ("num_words", "num_iterations"), [(12, 12), (400, 5)]
)  # the learning rate's two cases
def test_every_frame_is_the_one_a_plain_program_gives(num_words, num_iterations):
    vectors = np.random.default_rng(3).normal(size=(num_words, 5)) * [3, 2, 1, 1, 1]
    expected = frames_by_hand(vectors, num_iterations, 3.0)
    found = list(tsne(vectors, TsneConfig(num_iterations=num_iterations, frame_every=5, perplexity=3.0)))
    steps = [*range(4, num_iterations, 5), num_iterations - 1]
    assert len(found) == len(set(steps))  # every fifth, and the last
    for frame, step in zip(found, dict.fromkeys(steps), strict=True):
        scale = np.abs(expected[step]).max()
        np.testing.assert_allclose(frame / scale, expected[step] / scale, atol=2e-3)
