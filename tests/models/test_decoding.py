import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from seqviz.models.decoding import NEVER, DecoderStep, beam_search, greedy, greedy_batch
from seqviz.models.seq2seq import END, START, Shape, TranslationNet

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


def scripted(*rows):
    """A model whose scores depend on how many tokens were read, and on the last of them."""

    def step(depth, token):
        return np.log(np.array(rows[depth].get(token, rows[depth]["else"]))), depth + 1

    return step


A, B, STOPS = 0, 1, 2


def test_the_search_goes_on_until_every_place_in_the_beam_has_ended():
    """The first to end keeps its place, and what is alive beside it may still end as the better one."""
    step = scripted(
        {"else": [0.5, 0.1, 0.4]},  # ends at once with 0.4, or goes on with A
        {"else": [0.04, 0.06, 0.9]},  # then A ends with 0.5 * 0.9
        {"else": [1 / 3, 1 / 3, 1 / 3]},
    )
    tree = beam_search(step, 0, 9, STOPS, 2, 3)
    assert {node.depth for node in tree.nodes} == {1, 2}  # both places have ended, nothing is read any more
    assert tree.tokens() == [A, STOPS]
    assert tree.nodes[tree.best].total == pytest.approx(np.log(0.45))
    kept = [(node.depth, node.token) for node in tree.nodes if node.kept]
    assert kept == [(1, A), (1, STOPS), (2, STOPS)]


def test_at_most_so_many_tokens_are_written_and_one_that_has_ended_is_preferred():
    never_ends = scripted(*[{"else": [0.7, 0.2, 0.1]}] * 4)
    assert beam_search(never_ends, 0, 9, STOPS, 2, 4).tokens() == [A, A, A, A]
    ends_late = scripted({"else": [0.6, 0.1, 0.3]}, {"else": [0.9, 0.05, 0.05]})
    assert beam_search(ends_late, 0, 9, STOPS, 2, 2).tokens() == [STOPS]


def test_hypotheses_are_compared_by_their_log_probability_a_token():
    step = scripted({"else": [0.5, 0.1, 0.4]}, {"else": [0.01, 0.01, 0.98]})
    tree = beam_search(step, 0, 9, STOPS, 2, 2)
    ends = {node.depth: node.total for node in tree.nodes if node.kept and node.token == STOPS}
    assert ends == pytest.approx({1: np.log(0.4), 2: np.log(0.49)})
    assert tree.tokens() == [A, STOPS]  # ln 0.49 / 2 is above ln 0.4 / 1
    unlikely = scripted({"else": [0.5, 0.1, 0.4]}, {"else": [0.49, 0.25, 0.26]})
    assert beam_search(unlikely, 0, 9, STOPS, 2, 2).tokens() == [STOPS]  # ln 0.245 of A A is alive, not ended
