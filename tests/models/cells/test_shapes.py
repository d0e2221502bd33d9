"""The shapes of a layer's weights, and how many numbers they are."""

from __future__ import annotations

import pytest

from seqviz.models.cells.registry import CELLS
from seqviz.models.cells.shapes import count_further, further_shapes, layer_shapes
from tests.models.nets import small_stack

FURTHER = {"weight_ci": ("hidden_size",), "weight_m": (2, "hidden_size", "input_size")}


def test_further_weights_come_after_pytorchs_four():
    assert layer_shapes(4, FURTHER, 3, 5) == {
        "weight_ih": (20, 3),
        "weight_hh": (20, 5),
        "bias_ih": (20,),
        "bias_hh": (20,),
        "weight_ci": (5,),
        "weight_m": (2, 5, 3),
    }


def test_they_are_counted_in_the_layers_sizes():
    assert further_shapes(FURTHER, 3, 5) == {"weight_ci": (5,), "weight_m": (2, 5, 3)}
    assert count_further(FURTHER, 3, 5) == 5 + 30
    assert count_further({}, 3, 5) == 0


@pytest.mark.parametrize("cell", CELLS)
def test_a_stacks_parameters_have_them(cell):
    found = {name: tuple(weight.shape) for name, weight in small_stack(cell).named_parameters()}
    for layer, (below, size) in enumerate(((4, 5), (10, 3))):
        for way in ("", "_reverse"):
            for name, shape in CELLS[cell].weight_shapes(below, size).items():
                assert found.pop(f"{name}_l{layer}{way}") == shape
    assert found == {}
