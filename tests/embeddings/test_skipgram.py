import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from seqviz.embeddings.progress import VectorsDivergedError
from seqviz.embeddings.skipgram import (
    SkipGram,
    initial_vectors,
    mean_pair_loss,
    pair_gradients,
    pair_weights,
    train_skipgram,
)
from seqviz.embeddings.train_in_blocks import SkipGramConfig
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
)

TINY = SkipGramConfig(
    dim=6, window=2, negatives=2, epochs=2, subsample=0.0, block_length=8, shared_negatives=4
)


def a_block(num_blocks=2, length=5, num_noise=3, dim=4):
    generator = torch.Generator().manual_seed(1)
    focus = torch.randn(num_blocks, length, dim, generator=generator, dtype=torch.float64)
    others = torch.randn(num_blocks, length + num_noise, dim, generator=generator, dtype=torch.float64)
    mask = (torch.rand(num_blocks, length, length, generator=generator) < 0.4).double()
    return focus, others, mask, pair_weights(mask, 5, num_noise)


def loss_pair_by_pair(focus, others, mask, num_negatives):
    """The published loss, one pair at a time, each shared noise word counting negatives / num_noise."""
    length, total = focus.shape[1], 0.0
    noise_share = num_negatives / (others.shape[1] - length)
    for block, i, j in mask.nonzero().tolist():
        total -= torch.log(torch.sigmoid(focus[block, i] @ others[block, j]))
        for n in range(length, others.shape[1]):
            total -= noise_share * torch.log(torch.sigmoid(-focus[block, i] @ others[block, n]))
    return total


def test_the_gradient_is_the_one_autograd_finds():
    focus, others, mask, weights = a_block()
    focus.requires_grad_()
    others.requires_grad_()
    expected = torch.autograd.grad(loss_pair_by_pair(focus, others, mask, 5), [focus, others])
    found = pair_gradients(focus.detach(), others.detach(), mask, weights, 1.0)
    for ours, theirs in zip(found, expected, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-10, atol=1e-10)


def test_the_loss_is_the_mean_over_pairs_computed_directly():
    focus, others, mask, weights = a_block()
    expected = float(loss_pair_by_pair(focus, others, mask, 5) / mask.sum())
    assert mean_pair_loss(focus, others, mask, weights) == pytest.approx(expected, rel=1e-9)


def two_topics(num_texts=300, seed=0):
    """Texts of six words from {0..3} or from {4..7}: words of one topic keep each other company."""
    rng = np.random.default_rng(seed)
    topics = rng.integers(2, size=num_texts)
    ids = (rng.integers(4, size=(num_texts, 6)) + 4 * topics[:, None]).reshape(-1)
    return ids, np.repeat(np.arange(num_texts), 6), np.bincount(ids, minlength=8)


def test_words_of_one_topic_end_up_near_each_other():
    config = SkipGramConfig(dim=8, window=3, epochs=20, subsample=0.0, learning_rate=0.05)
    *_, last = train_skipgram(*two_topics(), config)
    unit = last.vectors / np.linalg.norm(last.vectors, axis=1, keepdims=True)
    cosines = unit @ unit.T
    within, between = cosines[:4, :4][~np.eye(4, dtype=bool)], cosines[:4, 4:]
    assert within.min() > between.max() + 0.3


def test_the_loss_falls_and_the_progress_reaches_one():
    reports = [(r.fraction, r.loss) for r in train_skipgram(*two_topics(), SkipGramConfig(dim=8, epochs=10))]
    assert reports[-1][0] == 1.0
    assert [f for f, _ in reports] == sorted(f for f, _ in reports)
    assert reports[-1][1] < reports[0][1]


def test_the_same_seed_gives_the_same_vectors_and_another_seed_others():
    def trained(seed):
        *_, last = train_skipgram(*two_topics(50), SkipGramConfig(dim=4, epochs=1, seed=seed))
        return last.vectors

    np.testing.assert_array_equal(trained(3), trained(3))
    assert not np.array_equal(trained(3), trained(4))


def test_a_learning_rate_that_is_far_too_high_ends_in_a_sentence():
    config = SkipGramConfig(dim=8, epochs=50, learning_rate=1e25, subsample=0.0)
    with pytest.raises(VectorsDivergedError, match="learning rate is too high"):
        list(train_skipgram(*two_topics(), config))


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(st.lists(st.integers(0, 3), max_size=12), min_size=1, max_size=5).filter(any),
    window=st.integers(1, 30),
    subsample=st.sampled_from([0.0, 1e-5, 1e-3]),
)
def test_any_small_corpus_gives_finite_vectors(texts, window, subsample):
    ids = np.array([i for text in texts for i in text])
    text_ids = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    config = SkipGramConfig(dim=3, window=window, epochs=2, subsample=subsample)
    *_, last = train_skipgram(ids, text_ids, np.bincount(ids, minlength=4), config)
    assert last.vectors.shape == (4, 3)
    assert np.isfinite(last.vectors).all()


def test_a_corpus_of_one_word_said_often_stays_finite():
    ids = np.zeros(2000, np.int64)
    *_, last = train_skipgram(ids, ids, np.array([2000]), SkipGramConfig(dim=3, subsample=0.0, epochs=20))
    assert np.isfinite(last.vectors).all()


def test_a_word_without_neighbours_keeps_its_first_vector():
    *_, last = train_skipgram(np.array([0, 1, 2]), np.arange(3), np.array([1, 1, 1]), TINY)
    first = initial_vectors(3, TINY.dim, torch.Generator().manual_seed(TINY.seed))
    np.testing.assert_array_equal(last.vectors, first.numpy())


@pytest.mark.parametrize(
    ("flat_ids", "text_ids", "message"),
    [([], [], "at least one word"), ([0, 1], [0], "2 word ids but 1 text ids"), ([0, 7], [0, 0], "0 to 1")],
)
def test_arrays_that_do_not_fit_are_refused(flat_ids, text_ids, message):
    with pytest.raises(ValueError, match=message):
        list(train_skipgram(np.array(flat_ids), np.array(text_ids), np.array([1, 1]), TINY))


def test_a_whole_update_goes_down_autograds_gradient():
    config = SkipGramConfig(dim=4, negatives=3, shared_negatives=5, seed=6)
    model = SkipGram(small_corpus(), config)
    before = in_float64(model)
    noise = noise_drawn(6, (6, 4), 2, 5)
    loss, pairs = torch.zeros((), dtype=torch.float64), MASK.nonzero().tolist()
    for block, i, j in pairs:
        focus, context = before["inputs"][WORD_IDS[block, i]], before["outputs"][WORD_IDS[block, j]]
        loss = loss + negative_sampling(focus, context, before["outputs"][noise[block]], 3 / 5)
    told = model.update(WORD_IDS, MASK.double(), 0.1, with_loss=True)
    assert told == pytest.approx(loss.item() / len(pairs))
    assert_step(model, before, loss, 0.1)


def test_training_comes_near_gensims():
    assert_near_gensim(SkipGram, SkipGramConfig(**ON_THE_RING), SkipGram.vectors, sg=1)
