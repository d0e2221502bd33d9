"""What a net says of beginnings of a text and without each word, against reading each anew."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.models.inspect import reading
from seqviz.models.inspect.reading import (
    alone_log_odds,
    occlusion,
    occlusion_log_odds,
    positive_after_each_token,
    positive_probability,
)
from seqviz.models.sentiment import POOLINGS
from tests.models.nets import small_net

TEXT = np.array([3, 7, 1, 12, 5, 5, 19])


def one_by_one(net, texts):
    net.eval()
    with torch.no_grad():
        return [net(torch.tensor([list(text)]), torch.tensor([len(text)])).sigmoid().item() for text in texts]


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("pooling", POOLINGS)
def test_the_probability_after_each_token_is_that_of_the_text_cut_there(pooling, bidirectional):
    net = small_net("gru", (5, 3), bidirectional, pooling, dropout=0.5)
    expected = one_by_one(net, [TEXT[:end] for end in range(1, len(TEXT) + 1)])
    np.testing.assert_allclose(positive_after_each_token(net, TEXT), expected, rtol=0, atol=1e-6)


def test_occlusion_is_the_text_as_is_minus_the_text_without_the_word():
    net = small_net("lstm", (5,), bidirectional=True)
    without = [[1 if place == gone else word for place, word in enumerate(TEXT)] for gone in range(len(TEXT))]
    whole, *others = one_by_one(net, [TEXT, *without])
    contributions = occlusion(net, TEXT)
    np.testing.assert_allclose(contributions, whole - np.array(others), rtol=0, atol=1e-6)
    assert contributions[2] == 0  # the word there is unknown already


def test_texts_of_all_lengths_are_read_in_chunks_and_answered_in_order(monkeypatch):
    net = small_net("rnn")
    texts = [TEXT[:length] for length in (5, 1, 7, 3, 3, 2)]
    whole = positive_probability(net, texts)
    monkeypatch.setattr(reading, "TOKENS_AT_ONCE", 7)
    np.testing.assert_allclose(positive_probability(net, texts), whole, rtol=0, atol=1e-6)
    np.testing.assert_allclose(whole, one_by_one(net, texts), rtol=0, atol=1e-6)


def test_nothing_to_read_is_answered_too():
    net = small_net()
    assert positive_after_each_token(net, []).shape == (0,)
    assert occlusion(net, []).shape == (0,)
    assert positive_probability(net, []).shape == (0,)
    assert 0 < positive_probability(net, [[]])[0] < 1


def test_dropout_has_no_part_in_an_answer():
    net = small_net(dropout=0.5).train()
    assert np.array_equal(positive_probability(net, [TEXT]), positive_probability(net, [TEXT]))
    assert net.training


def test_occlusion_in_log_odds_agrees_with_occlusion_in_probabilities():
    net = small_net("lstm", (5,))
    shown = positive_probability(net, [TEXT])[0].astype(float)
    hidden = shown - occlusion(net, TEXT).astype(float)
    expected = np.log(shown / (1 - shown)) - np.log(hidden / (1 - hidden))
    np.testing.assert_allclose(occlusion_log_odds(net, TEXT), expected, atol=1e-5)


def test_a_word_by_itself_is_measured_against_the_unknown_word_by_itself():
    net = small_net("gru", (5,))
    unknown, *words = np.array(one_by_one(net, [[1], *([word] for word in TEXT)]))
    expected = np.log(words / (1 - np.array(words))) - np.log(unknown / (1 - unknown))
    found = alone_log_odds(net, TEXT)
    np.testing.assert_allclose(found, expected, atol=1e-5)
    assert found[2] == 0  # the unknown word itself
