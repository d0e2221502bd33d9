from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.lessons.repair.values import written


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1 / 3, "0.3333"),
        ("a'b", '"a\'b"'),
        (None, "None"),
        (list(range(20)), "[0, 1, 2, 3, 4, 5, 6, 7, …]"),
        ({"b", "a"}, "{'a', 'b'}"),
        ({"a": (1, 2.5)}, "{'a': (1, 2.5)}"),
        (torch.tensor([[0.5], [2.0]]), "[[0.5], [2]]"),
        (torch.zeros(3, 4), "numbers of shape (3, 4)"),
        (np.arange(2), "[0, 1]"),
        (torch.nn.Linear(1, 1), "a Linear"),
        (written, "the function written"),
    ],
)
def test_a_value_in_a_few_words(value, said):
    assert written(value) == said


def test_a_long_text_is_cut():
    assert len(written("x" * 1000)) < 100
