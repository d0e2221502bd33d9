"""The verdict on the bottleneck is computed from the grid's numbers."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.lessons.attention.bottleneck import _mean
from seqviz.lessons.attention.bottleneck_findings import room_in_the_vector, verdict

TWICE = BottleneckExperiment(context_sizes=(8,), max_length=4, num_seeds=2)


def grid(*shares):
    """Two repetitions, one size, four lengths; the longer half holds the given shares."""
    return np.array([[[1.0, 1.0, share, share]] for share in shares])


@pytest.mark.parametrize(
    ("without", "attending", "said"),
    [
        ((0.0, 0.1), (0.6, 0.8), "**attention helps in all 2 repetitions, and repairs it in part**"),
        ((0.0, 0.1), (0.95, 0.85), "and repairs it in part**"),
        ((0.0, 0.1), (0.9, 0.95), "**attention helps in all 2 repetitions, and repairs it**"),
        ((0.5, 0.5), (0.5, 0.55), "attention does not help here"),
        ((0.2, 0.6), (0.9, 0.6), "**attention helps in 1 of 2 repetitions**"),
        ((np.nan, 0.0), (1.0, 1.0), "still filling"),
    ],
)
def test_the_verdict_follows_the_numbers(without, attending, said):
    assert said in verdict(TWICE, grid(*without), grid(*attending))


def test_the_spread_over_repetitions_is_said():
    assert "70% (60% to 80%)" in verdict(TWICE, grid(0.0, 0.0), grid(0.6, 0.8))


def test_a_larger_net_that_does_worse_is_named_and_one_repetition_is_said_to_have_no_spread():
    sizes = BottleneckExperiment(context_sizes=(32, 8), max_length=2)
    found = verdict(sizes, np.array([[[1.0, 0.5], [1.0, 1.0]]]), np.array([[[1.0, 1.0], [1.0, 0.0]]]))
    assert "without attention 100% with 8, 75% with 32" in found
    assert "with it 50% with 8, 100% with 32" in found
    assert "so 32 units do worse than 8 without attention." in found
    assert "One repetition has no spread" in found
    assert "One repetition" not in verdict(TWICE, grid(0.0, 0.0), grid(0.6, 0.8))


def test_what_the_longest_sequences_come_to_is_said_of_every_size():
    sizes = BottleneckExperiment(context_sizes=(32, 8), max_length=2)
    found = verdict(sizes, np.zeros((1, 2, 2)), np.array([[[1.0, 0.95], [1.0, 0.12]]]))
    assert "**attention helps in this one repetition, and repairs it in part**" in found
    assert "Of those of 2 letters it gets right: 12% with 8 units, 95% with 32 units." in found


def test_the_letters_bits_are_those_of_their_number():
    said = room_in_the_vector(10, 64)  # 12 letters: log2(12^10) = 35.8
    assert "10 letters of 12 are 36 bits" in said
    assert "64 numbers of 32 bits are 2,048" in said


def test_cells_measured_in_one_repetition_are_already_shown():
    mean = _mean(np.array([[[0.5, np.nan, 1.0]], [[np.nan, np.nan, 0.0]]]))
    assert mean[0, [0, 2]].tolist() == [0.5, 0.5]
    assert np.isnan(mean[0, 1])
