"""The knobs do what their labels say."""

from __future__ import annotations

import pytest
import torch

from seqviz.models.cells.registry import CELLS
from seqviz.models.initial import (
    draw_weights,
    initial_weights,
    spectral_radii,
    with_forget_bias,
    with_spectral_radius,
    with_weight_scale,
)
from tests.models.nets import generator


@pytest.mark.parametrize("radius", [0.0, 0.97, 3.0])
@pytest.mark.parametrize("cell", CELLS)
def test_every_square_block_gets_the_spectral_radius(cell, radius):
    weights = initial_weights(cell, 4, 6, generator(), torch.float64)
    found = spectral_radii(cell, with_spectral_radius(cell, weights, radius))
    assert list(found.values()) == pytest.approx([radius] * len(found))


def test_the_scale_multiplies_matrices_and_leaves_biases():
    weights = initial_weights("gru", 4, 6, generator())
    scaled = with_weight_scale(weights, 2.5)
    assert torch.equal(scaled.weight_ih, 2.5 * weights.weight_ih)
    assert torch.equal(scaled.weight_hh, 2.5 * weights.weight_hh)
    assert torch.equal(scaled.bias_hh, weights.bias_hh)


def test_the_forget_bias_stands_in_one_of_the_two_biases_and_only_there():
    weights = initial_weights("lstm", 4, 6, generator())
    changed = with_forget_bias("lstm", weights, 1.5)
    assert changed.bias_ih[6:12].tolist() == [1.5] * 6 and changed.bias_hh[6:12].tolist() == [0.0] * 6
    assert torch.equal(changed.bias_ih[:6], weights.bias_ih[:6])
    assert torch.equal(changed.bias_hh[12:], weights.bias_hh[12:])
    assert weights.bias_hh[6:12].any()


def test_impossible_radii_are_refused():
    weights = initial_weights("rnn", 2, 3, generator())
    with pytest.raises(ValueError, match="at least 0, but -1 came"):
        with_spectral_radius("rnn", weights, -1)
    with pytest.raises(ValueError, match="cannot be scaled"):
        with_spectral_radius("rnn", with_weight_scale(weights, 0.0), 1.0)


def test_a_nets_weights_are_drawn_within_the_bounds_and_the_same_whatever_else_draws():
    net = draw_weights(torch.nn.Linear(16, 3), seed=0)
    torch.manual_seed(20)
    assert net.weight.abs().max() <= 0.25
    assert torch.equal(net.weight, draw_weights(torch.nn.Linear(16, 3), seed=0).weight)
    assert not torch.equal(net.weight, draw_weights(torch.nn.Linear(16, 3), seed=1).weight)
