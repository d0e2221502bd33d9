from __future__ import annotations

import pytest
import torch

from seqviz.models.subnormals import are_flushed, without_subnormals

SUBNORMAL = torch.finfo(torch.float32).tiny / 2


def test_subnormal_numbers_are_zero_inside_and_numbers_again_outside():
    number = torch.tensor([SUBNORMAL])
    assert (number * 1).item() == SUBNORMAL
    with without_subnormals():
        assert (number * 1).item() == 0
    assert (number * 1).item() == SUBNORMAL


def test_one_within_another_leaves_the_outer_one_standing():
    with without_subnormals():
        with without_subnormals():
            pass
        assert are_flushed()
    assert not are_flushed()


def test_an_error_inside_ends_it_too():
    with pytest.raises(KeyError), without_subnormals():
        raise KeyError
    assert not are_flushed()
