"""Weights by name, and back."""

from __future__ import annotations

import torch

from seqviz.models.cells.values import PYTORCHS, CellWeights, by_name, from_names


def test_weights_go_by_name_and_come_back_whatever_their_order():
    four = [torch.full((k,), float(k)) for k in range(4)]
    weights = CellWeights(*four, further={"weight_ci": torch.ones(5)})
    named = by_name(weights)
    assert list(named) == [*PYTORCHS, "weight_ci"]
    back = from_names(dict(reversed(named.items())))
    assert all(one is other for one, other in zip(back.tensors(), four, strict=True))
    assert back.further == weights.further
