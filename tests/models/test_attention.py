import math

import pytest
import torch

from seqviz.models.attention import AdditiveAttention, DotAttention


@pytest.mark.parametrize("attention", [DotAttention(), AdditiveAttention(4)])
def test_rows_sum_to_one_and_padding_gets_nothing(attention):
    torch.manual_seed(0)
    queries, keys = torch.randn(2, 3, 4), torch.randn(2, 5, 4)
    mask = torch.tensor([[True] * 5, [True, True, False, False, False]])
    rows = attention(queries, keys, mask)
    assert rows.shape == (2, 3, 5)
    assert torch.allclose(rows.sum(2), torch.ones(2, 3))
    assert (rows[1, :, 2:] == 0).all()
    assert (rows[0] > 0).all()


def test_dot_attention_equals_torchs_scaled_dot_product():
    torch.manual_seed(0)
    queries, keys = torch.randn(2, 3, 4), torch.randn(2, 5, 4)
    mask = torch.ones(2, 5, dtype=torch.bool)
    expected = torch.nn.functional.scaled_dot_product_attention(queries, keys, keys)
    assert torch.allclose(DotAttention()(queries, keys, mask) @ keys, expected, atol=1e-6)


def test_additive_attention_by_the_formula():
    torch.manual_seed(0)
    attention = AdditiveAttention(3)
    query, keys = torch.randn(3), torch.randn(4, 3)
    scores = [
        (
            attention.score.weight @ torch.tanh(attention.query.weight @ query + attention.key.weight @ key)
        ).item()
        for key in keys
    ]
    expected = [math.exp(score) / sum(map(math.exp, scores)) for score in scores]
    rows = attention(query.view(1, 1, 3), keys.unsqueeze(0), torch.ones(1, 4, dtype=torch.bool))
    assert rows.flatten().tolist() == pytest.approx(expected, abs=1e-6)
