"""Decoding: from a net that scores the next token to whole sequences, greedily or by beam search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor

from seqviz.models.layer import State
from seqviz.models.seq2seq import END, PADDING, START, UNKNOWN, Encoded, TranslationNet

S = TypeVar("S")
NEVER = (PADDING, UNKNOWN, START)


class Step(Protocol[S]):
    """Reads one token: (state, token) -> (log-probabilities of the next, (vocabulary_size,); new state)."""

    def __call__(self, state: S, token: int) -> tuple[np.ndarray, S]:
        """Read one token."""
        ...


@dataclass(frozen=True)
class BeamNode:
    """One hypothesis at one step of a beam search.

    Attributes:
        parent: index of the node that it goes on from, -1 for the first.
        token: what it adds.
        log_probability: of the token after its parent.
        total: sum of the log-probabilities from the start.
        depth: tokens so far.
        kept: whether the search went on from it (or it ended within the beam).
    """

    parent: int
    token: int
    log_probability: float
    total: float
    depth: int
    kept: bool


@dataclass(frozen=True)
class BeamTree:
    """A whole beam search.

    Attributes:
        nodes: parents before children.
        best: index of the node that ends the best hypothesis.
    """

    nodes: tuple[BeamNode, ...]
    best: int

    def path(self, node: int) -> list[int]:
        """Return the nodes from the first to a node."""
        path = []
        while node >= 0:
            path.append(node)
            node = self.nodes[node].parent
        return path[::-1]

    def tokens(self, node: int | None = None) -> list[int]:
        """Return the tokens of a hypothesis, the best one's if none is named."""
        return [self.nodes[k].token for k in self.path(self.best if node is None else node)]


def beam_search(step: Step[S], state: S, start: int, end: int, width: int, max_length: int) -> BeamTree:
    """Search for the likeliest sequence, keeping the `width` likeliest beginnings at each step.

    A hypothesis that ends keeps its place in the beam. The search stops when all that were kept have ended, or at
    `max_length` tokens. At a step hypotheses are compared by their log-probability; of those that ended (of all, if
    none did) the best is that of the greatest log-probability divided by length.

    Args:
        step: reads a token and scores the next.
        state: before the first token.
        start: the token read first.
        end: the token that ends a sequence.
        width: hypotheses kept; 1 is greedy.
        max_length: most tokens written.

    Raises:
        ValueError: if width or max_length is below 1.
    """
    if width < 1 or max_length < 1:
        raise ValueError(
            f"a beam search needs a width and a length of at least 1, not {width} and {max_length}"
        )
    nodes: list[BeamNode] = []
    alive: list[tuple[int, S, int]] = [(-1, state, start)]
    ended: list[int] = []
    for depth in range(1, max_length + 1):
        grown: list[tuple[BeamNode, S]] = []
        for parent, held, token in alive:
            scores, after = step(held, token)
            before = nodes[parent].total if parent >= 0 else 0.0
            for best in np.argsort(-scores, kind="stable")[:width]:
                score = float(scores[best])
                grown.append((BeamNode(parent, int(best), score, before + score, depth, False), after))
        alive = _keep(nodes, grown, ended, width, end)
        if not alive:
            break
    finished = ended or [index for index, _, _ in alive]
    return BeamTree(tuple(nodes), max(finished, key=lambda k: nodes[k].total / nodes[k].depth))


def _keep(
    nodes: list[BeamNode], grown: list[tuple[BeamNode, S]], ended: list[int], width: int, end: int
) -> list[tuple[int, S, int]]:
    """Add the grown nodes, keep the likeliest, and return those that go on: (index, state, token)."""
    ranked = sorted(range(len(grown)), key=lambda k: -grown[k][0].total)
    kept = set(ranked[: width - len(ended)])
    alive = []
    for k, (node, after) in enumerate(grown):
        index = len(nodes)
        nodes.append(
            BeamNode(node.parent, node.token, node.log_probability, node.total, node.depth, k in kept)
        )
        if k in kept and node.token == end:
            ended.append(index)
        elif k in kept:
            alive.append((index, after, node.token))
    return alive


def greedy(step: Step[S], state: S, start: int, end: int, max_length: int) -> list[int]:
    """Write the likeliest token at each step until the end token or `max_length`; the end token is included."""
    written: list[int] = []
    token = start
    while len(written) < max_length and token != end:
        scores, state = step(state, token)
        token = int(scores.argmax())
        written.append(token)
    return written


class DecoderStep:
    """A translation net's decoder as a `Step` over one encoded source.

    Args:
        net: read with gradients off.
        encoded: of one source.
        forced: attention rows used in place of the net's own: step -> (source_length,); others are the net's.
    """

    def __init__(
        self, net: TranslationNet, encoded: Encoded, forced: dict[int, np.ndarray] | None = None
    ) -> None:
        self.net, self.encoded, self.forced = net, encoded, forced or {}

    @property
    def start(self) -> tuple[int, State]:
        """The state before the first token: how many have been written, and the context."""
        return 0, self.encoded.context

    @torch.no_grad()
    def __call__(self, state: tuple[int, State], token: int) -> tuple[np.ndarray, tuple[int, State]]:
        """Read one token; what is never written (padding, unknown, [START]) gets minus infinity."""
        place, held = state
        row = self.forced.get(place)
        forced = None if row is None else torch.tensor(row, dtype=torch.float32).view(1, 1, -1)
        written = self.net.write(torch.tensor([[token]]), self.encoded, held, forced)
        scores = written.logits[0, 0]
        scores[list(NEVER)] = -torch.inf
        return scores.log_softmax(0).numpy(), (place + 1, written.last)


@torch.no_grad()
def greedy_batch(
    net: TranslationNet, source_ids: Tensor, lengths: Tensor, max_length: int
) -> list[list[int]]:
    """Write greedily for many sources at once; [END] is left out.

    Args:
        net: the net.
        source_ids: (batch, source_length), padded.
        lengths: (batch,).
        max_length: most tokens of a target.
    """
    encoded = net.encode(source_ids, lengths)
    token, state, columns = torch.full((len(source_ids), 1), START), None, []
    for _ in range(max_length):
        step = net.write(token, encoded, state)
        step.logits[:, :, list(NEVER)] = -torch.inf
        token, state = step.logits.argmax(2), step.last
        columns.append(token)
        if bool((torch.cat(columns, 1) == END).any(1).all()):
            break
    return [_until_end(row) for row in torch.cat(columns, 1).tolist()]


def _until_end(tokens: Sequence[int]) -> list[int]:
    return list(tokens[: tokens.index(END)]) if END in tokens else list(tokens)
