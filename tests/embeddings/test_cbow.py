import numpy as np
import pytest
import torch
from torch.nn.functional import logsigmoid

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.cbow import Cbow, mean_focus_loss, turn_into_gradients
from seqviz.embeddings.train_in_blocks import SkipGramConfig, train_in_blocks
from tests.embeddings.updates import (
    MASK,
    ON_THE_RING,
    WORD_IDS,
    assert_near_gensim,
    assert_step,
    in_float64,
    negative_sampling,
    noise_drawn,
    small_corpus,
    whole_step,
)


def a_block(num_blocks=2, length=5, num_noise=3, dim=4):
    generator = torch.Generator().manual_seed(2)
    context, own, noise = (
        torch.randn(num_blocks, rows, dim, generator=generator, dtype=torch.float64, requires_grad=True)
        for rows in (length, length, num_noise)
    )
    present = (torch.rand(num_blocks, length, 1, generator=generator) < 0.6).double()
    return context, own, noise, present


def loss_word_by_word(context, own, noise, present, weight):
    total = 0.0
    for block, i, _ in present.nonzero().tolist():
        total -= logsigmoid(context[block, i] @ own[block, i])
        total -= weight * logsigmoid(-(noise[block] @ context[block, i])).sum()
    return total


def test_the_gradient_is_the_one_autograd_finds():
    *vectors, present = a_block()
    expected = torch.autograd.grad(loss_word_by_word(*vectors, present, 1.7), vectors)
    found = turn_into_gradients(*(part.detach().clone() for part in vectors), present, 1.7, 1.0)
    for ours, theirs in zip(found, expected, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-10, atol=1e-10)


def test_the_loss_is_the_mean_over_words_computed_directly():
    *vectors, present = a_block()
    vectors = [part.detach() for part in vectors]
    expected = float(loss_word_by_word(*vectors, present, 1.7) / present.sum())
    assert mean_focus_loss(*vectors, present, 1.7) == pytest.approx(expected, rel=1e-9)


def test_words_of_one_topic_end_up_near_each_other():
    rng = np.random.default_rng(0)
    topics = rng.integers(2, size=300)
    ids = (rng.integers(4, size=(300, 6)) + 4 * topics[:, None]).reshape(-1)
    config = SkipGramConfig(dim=8, window=3, epochs=15, subsample=0.0)
    corpus = FlatCorpus(ids, np.repeat(np.arange(300), 6), np.bincount(ids))
    *_, last = train_in_blocks(corpus, config, Cbow(corpus, config))
    unit = last.vectors / np.linalg.norm(last.vectors, axis=1, keepdims=True)
    cosines = unit @ unit.T
    assert cosines[:4, :4].mean() > cosines[:4, 4:].mean() + 0.3


def test_a_text_of_one_word_teaches_nothing():
    corpus, config = FlatCorpus(np.array([0]), np.array([0]), np.array([1])), SkipGramConfig(dim=3, epochs=1)
    *_, last = train_in_blocks(corpus, config, Cbow(corpus, config))
    assert last.loss == 0.0
    assert np.isfinite(last.vectors).all()


def test_a_whole_update_goes_down_autograds_gradient_and_every_context_word_takes_the_whole_step():
    config = SkipGramConfig(dim=4, negatives=3, shared_negatives=5, seed=6)
    model = Cbow(small_corpus(), config)
    before = in_float64(model)
    noise = noise_drawn(6, (6, 4), 2, 5)
    loss, places = torch.zeros((), dtype=torch.float64), MASK.any(2).nonzero().tolist()
    for block, i in places:
        context = whole_step(before["inputs"][WORD_IDS[block, MASK[block, i].bool()]])
        own, others = before["outputs"][WORD_IDS[block, i]], before["outputs"][noise[block]]
        loss = loss + negative_sampling(context, own, others, 3 / 5)
    told = model.update(WORD_IDS, MASK.double(), 0.1, with_loss=True)
    assert told == pytest.approx(loss.item() / len(places))
    assert_step(model, before, loss, 0.1)


def test_training_comes_near_gensims():
    assert_near_gensim(Cbow, SkipGramConfig(**ON_THE_RING), Cbow.vectors, sg=0)
