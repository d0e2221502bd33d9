import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from seqviz.recurrent.decoding import NEVER, DecoderStep, beam_search, greedy, greedy_batch
from seqviz.recurrent.seq2seq import END, START, Shape, TranslationNet

TOKENS, STOP = 4, 3


def chain(seed):
    """A model whose next token depends on the last one only: easy to search through exhaustively."""
    table = np.random.default_rng(seed).dirichlet(np.ones(TOKENS) * 0.5, TOKENS + 1)
    scores = np.log(np.maximum(table, 1e-9))
    return lambda state, token: (scores[token], state)


@given(st.integers(0, 10_000))
def test_a_beam_of_one_is_greedy(seed):
    step = chain(seed)
    assert beam_search(step, None, TOKENS, STOP, 1, 6).tokens() == greedy(step, None, TOKENS, STOP, 6)


@given(st.integers(0, 10_000))
def test_a_beam_of_everything_finds_the_best_of_all(seed):
    step, length = chain(seed), 3
    tree = beam_search(step, None, TOKENS, STOP, TOKENS**length, length)

    def score(tokens):
        before = (TOKENS, *tokens[:-1])
        return sum(step(None, b)[0][t] for b, t in zip(before, tokens, strict=True)) / len(tokens)

    complete = [
        tokens
        for n in range(1, length + 1)
        for tokens in itertools.product(range(TOKENS), repeat=n)
        if tokens.count(STOP) == 1 and tokens[-1] == STOP
    ]
    assert score(tuple(tree.tokens())) == pytest.approx(max(map(score, complete)))


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_the_tree_is_sound(seed, width):
    tree = beam_search(chain(seed), None, TOKENS, STOP, width, 5)
    for index, node in enumerate(tree.nodes):
        assert node.parent < index
        before = tree.nodes[node.parent].total if node.parent >= 0 else 0.0
        assert node.total == pytest.approx(before + node.log_probability)
        assert node.parent < 0 or tree.nodes[node.parent].kept
    for depth in range(1, 6):
        assert sum(node.kept and node.depth == depth for node in tree.nodes) <= width


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_the_search_goes_on_from_all_that_was_kept_and_has_not_ended(seed, width):
    tree = beam_search(chain(seed), None, TOKENS, STOP, width, 5)
    parents = {node.parent for node in tree.nodes}
    for index, node in enumerate(tree.nodes):
        assert (index in parents) is (node.kept and node.token != STOP and node.depth < 5)


def test_width_zero_is_refused():
    with pytest.raises(ValueError, match="at least 1, not 0 and 5"):
        beam_search(chain(0), None, TOKENS, STOP, 0, 5)


@pytest.mark.parametrize("attention", ["none", "additive"])
def test_batched_greedy_writes_what_one_at_a_time_writes(attention):
    torch.manual_seed(3)
    net = TranslationNet(Shape(9, 8, 5, 6, "lstm", attention))
    sources, lengths = torch.tensor([[4, 5, 6, 7], [8, 4, 0, 0]]), torch.tensor([4, 2])
    rows = greedy_batch(net, sources, lengths, 6)
    for row, (source, length) in enumerate(zip(sources, lengths, strict=True)):
        step = DecoderStep(net, net.encode(source[:length].unsqueeze(0), lengths[row : row + 1]))
        alone = greedy(step, step.start, START, END, 6)
        assert [token for token in alone if token != END] == rows[row]
        assert not set(NEVER) & set(alone)


def test_a_forced_row_is_used_at_its_step_only():
    torch.manual_seed(0)
    net = TranslationNet(Shape(9, 8, 5, 6, "gru", "dot"))
    encoded = net.encode(torch.tensor([[4, 5, 6]]), torch.tensor([3]))
    free, forced = DecoderStep(net, encoded), DecoderStep(net, encoded, {1: np.array([1.0, 0.0, 0.0])})
    first, state = free(free.start, START)
    first_forced, state_forced = forced(forced.start, START)
    assert np.array_equal(first, first_forced)
    assert not np.array_equal(free(state, 5)[0], forced(state_forced, 5)[0])
