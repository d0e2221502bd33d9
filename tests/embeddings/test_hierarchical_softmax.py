import numpy as np
import pytest
import torch

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.hierarchical_softmax import (
    MOST_VISITS_PER_UPDATE,
    HierarchicalSoftmax,
    PathTable,
    expected_visits,
    mean_path_loss,
    path_gradients,
)
from seqviz.embeddings.huffman import HuffmanTree, word_probabilities
from seqviz.embeddings.train_in_blocks import MOST_POSITIONS_PER_UPDATE, SkipGramConfig, train_in_blocks
from tests.embeddings.updates import MASK, ON_THE_RING, WORD_IDS, assert_near_gensim

COUNTS = np.array([40, 20, 10, 5, 3, 1])


def a_block():
    generator = torch.Generator().manual_seed(3)
    tree = HuffmanTree.from_counts(COUNTS)
    word_ids = torch.tensor([[0, 1, 5, 2], [3, 3, 4, 0]])
    mask = (torch.rand(2, 4, 4, generator=generator) < 0.5).float()
    table = torch.randn(6, 3, generator=generator)
    nodes = torch.randn(5, 3, generator=generator)
    return tree, word_ids, mask, table, nodes


def quantities(tree, word_ids, mask, nodes):
    paths = PathTable(tree).of_blocks(word_ids)
    turns = torch.bmm(mask.transpose(1, 2), paths.on_path)
    lefts = torch.bmm(mask.transpose(1, 2), paths.goes_left)
    return nodes[paths.nodes], turns, lefts, paths


def test_the_loss_is_minus_the_log_of_the_trees_probabilities():
    tree, word_ids, mask, table, nodes = a_block()
    found = mean_path_loss(table[word_ids], *quantities(tree, word_ids, mask, nodes)[:3], mask)
    total = 0.0
    for block, focus, context in mask.nonzero().tolist():
        vector = table[word_ids[block, context]].numpy()
        total -= np.log(word_probabilities(tree, nodes.numpy(), vector)[word_ids[block, focus]])
    assert found == pytest.approx(total / float(mask.sum()), rel=1e-4)


def test_the_gradient_is_the_one_autograd_finds():
    tree, word_ids, mask, table, nodes = a_block()
    vectors = table[word_ids].double().requires_grad_()
    node_vectors, turns, lefts, _ = quantities(tree, word_ids, mask, nodes)
    node_vectors, turns, lefts = node_vectors.double().requires_grad_(), turns.double(), lefts.double()
    scores = torch.bmm(vectors, node_vectors.transpose(1, 2))
    loss = -(lefts * scores.sigmoid().log() + (turns - lefts) * (1 - scores.sigmoid()).log()).sum()
    damping = torch.rand(node_vectors.shape[:2], dtype=torch.float64)
    of_vectors, of_nodes = torch.autograd.grad(loss, [vectors, node_vectors])
    expected = (of_vectors, of_nodes * damping[:, :, None])
    found = path_gradients(vectors.detach(), node_vectors.detach(), turns, lefts, 1.0, damping)
    for ours, theirs in zip(found, expected, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-9, atol=1e-9)


def test_an_update_counts_a_pair_for_those_that_a_cut_parts():
    corpus = FlatCorpus(np.array([0, 4]), np.zeros(2, np.int64), COUNTS)
    learner = HierarchicalSoftmax(corpus, SkipGramConfig(dim=3, subsample=0))
    learner.nodes = torch.randn(5, 3, generator=torch.Generator().manual_seed(1))
    before = learner.inputs[4].clone().double().requires_grad_()
    vectors, path = learner.nodes.double(), np.array(learner.tree.path(0)) - len(COUNTS)
    signs = torch.tensor([1.0 if turn == 0 else -1.0 for turn in learner.tree.code(0)])
    loss = -(signs * (vectors[path] @ before)).sigmoid().log().sum()
    (gradient,) = torch.autograd.grad(loss, before)
    learner.update(torch.tensor([[0, 4]]), torch.tensor([[[0.0, 1.0], [0.0, 0.0]]]), 0.1, False)
    step = learner.inputs[4].double() - before.detach()
    torch.testing.assert_close(
        step, -0.1 * 2 * gradient, rtol=1e-4, atol=1e-7
    )  # half of such pairs are parted


def test_every_word_of_a_block_finds_exactly_its_path():
    tree, word_ids, _, _, _ = a_block()
    paths = PathTable(tree).of_blocks(word_ids)
    for block, position in np.ndindex(2, 4):
        word = int(word_ids[block, position])
        columns = paths.on_path[block, position].nonzero().flatten()
        assert sorted((paths.nodes[block, columns] + 6).tolist()) == sorted(tree.path(word))
        lefts = paths.goes_left[block, position, columns].sum()
        assert lefts == tree.code(word).count(0)


def test_every_word_of_an_update_visits_the_root():
    tree = HuffmanTree.from_counts(COUNTS)
    visits = expected_visits(tree, COUNTS)
    assert visits[-1] == pytest.approx(MOST_POSITIONS_PER_UPDATE)
    assert (visits <= MOST_POSITIONS_PER_UPDATE + 1e-9).all()


def test_training_lowers_the_loss_and_keeps_probabilities_whole():
    rng = np.random.default_rng(0)
    ids = (rng.integers(3, size=(200, 6)) + 3 * rng.integers(2, size=200)[:, None]).reshape(-1)
    corpus = FlatCorpus(ids, np.repeat(np.arange(200), 6), np.bincount(ids, minlength=6))
    config = SkipGramConfig(dim=6, window=3, epochs=10, subsample=0.0)
    model = HierarchicalSoftmax(corpus, config)
    reports = list(train_in_blocks(corpus, config, model))
    assert reports[-1].loss < reports[0].loss
    total = word_probabilities(model.tree, model.nodes.numpy(), reports[-1].vectors[0]).sum()
    assert total == pytest.approx(1.0)


def test_a_vocabulary_of_one_word_has_no_turn_to_learn():
    ids = np.zeros(5, np.int64)
    corpus, config = FlatCorpus(ids, ids, np.array([5])), SkipGramConfig(dim=3, epochs=1)
    *_, last = train_in_blocks(corpus, config, HierarchicalSoftmax(corpus, config))
    assert last.loss == 0.0


def test_a_whole_update_goes_down_autograds_gradient_and_busy_nodes_take_smaller_steps():
    corpus = FlatCorpus(np.repeat(np.arange(6), COUNTS), np.zeros(COUNTS.sum(), np.int64), COUNTS)
    model = HierarchicalSoftmax(corpus, SkipGramConfig(dim=4, subsample=0.0))
    generator = torch.Generator().manual_seed(9)
    model.inputs, model.nodes = (torch.randn(rows, 4, generator=generator) for rows in (6, 5))
    inputs, nodes = (table.double().requires_grad_() for table in (model.inputs, model.nodes))
    loss = torch.zeros((), dtype=torch.float64)
    for block, i, j in MASK.nonzero().tolist():
        word, vector = int(WORD_IDS[block, i]), inputs[WORD_IDS[block, j]]
        signs = torch.tensor([1.0 if turn == 0 else -1.0 for turn in model.tree.code(word)])
        scores = nodes[[node - 6 for node in model.tree.path(word)]] @ vector
        not_cut = 4 / (4 - abs(i - j))  # of four places of the cut, so many part the two
        loss = loss - not_cut * torch.nn.functional.logsigmoid(signs * scores).sum()
    gradients = torch.autograd.grad(loss, [inputs, nodes])
    below = [sum(COUNTS[w] for w in range(6) if node + 6 in model.tree.path(w)) for node in range(5)]
    visits = torch.tensor(below) / COUNTS.sum() * MOST_POSITIONS_PER_UPDATE
    gradients[1].div_((visits / MOST_VISITS_PER_UPDATE).clamp(min=1.0)[:, None])
    model.update(WORD_IDS, MASK.float(), 0.1, with_loss=False)
    for now, before, gradient in zip((model.inputs, model.nodes), (inputs, nodes), gradients, strict=True):
        assert gradient.abs().max() > 0.01
        torch.testing.assert_close(now.double(), before.detach() - 0.1 * gradient, rtol=1e-5, atol=1e-6)


def test_training_comes_near_gensims():
    config = SkipGramConfig(**ON_THE_RING)
    assert_near_gensim(HierarchicalSoftmax, config, HierarchicalSoftmax.vectors, sg=1, hs=1)
