"""The Huffman tree of a vocabulary, and a word's probability as a walk down from its root."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from seqviz.embeddings.one_update import sigmoid


@dataclass(frozen=True)
class HuffmanTree:
    """A binary tree with the words as leaves, common words near the root.

    Leaves are numbered 0 to num_words - 1 like the words; inner nodes follow, the root last.

    Attributes:
        num_words: leaves.
        parents: (2 * num_words - 1,) int64, the parent of each node; the root is its own parent.
        branches: (2 * num_words - 1,) int64, 0 where a node is its parent's left child (the rarer one), 1
            right.
        weights: (2 * num_words - 1,) int64, occurrences of all words below a node.
    """

    num_words: int
    parents: np.ndarray
    branches: np.ndarray
    weights: np.ndarray

    @classmethod
    def from_counts(cls, counts: np.ndarray) -> HuffmanTree:
        """Build the tree by joining, again and again, the two rarest nodes (Huffman 1952).

        Raises:
            ValueError: if there is no word.
        """
        num_words = len(counts)
        if num_words == 0:
            raise ValueError("A Huffman tree needs at least one word, but there is none.")
        size = 2 * num_words - 1
        parents, branches = [size - 1] * size, [0] * size
        weights = [int(count) for count in counts] + [0] * (num_words - 1)
        heap = [(count, word) for word, count in enumerate(weights[:num_words])]
        heapq.heapify(heap)
        for node in range(num_words, size):
            left, right = heapq.heappop(heap), heapq.heappop(heap)
            parents[left[1]] = parents[right[1]] = node
            branches[right[1]] = 1
            weights[node] = left[0] + right[0]
            heapq.heappush(heap, (weights[node], node))
        return cls(num_words, np.array(parents), np.array(branches), np.array(weights))

    @property
    def root(self) -> int:
        """The root's node number."""
        return len(self.parents) - 1

    def path(self, word: int) -> list[int]:
        """Return the inner nodes from the root down to a word's parent."""
        return list(self._paths.nodes[self._paths.slice(word)])[::-1]

    def code(self, word: int) -> list[int]:
        """Return the turns from the root to a word: 0 left, 1 right; one per node of its path."""
        return [int(turn) for turn in self._paths.turns[self._paths.slice(word)]][::-1]

    def depths(self) -> np.ndarray:
        """Return each word's number of turns, (num_words,) int64."""
        return self._depths

    @cached_property
    def _depths(self) -> np.ndarray:
        depths, nodes = np.zeros(self.num_words, np.int64), np.arange(self.num_words)
        while (below := nodes != self.root).any():  # all words go up together
            depths += below
            nodes = self.parents[nodes]
        return depths

    def mean_depth(self) -> float:
        """Return the turns per word of running text: each word's depth weighed by its count."""
        counts = self.weights[: self.num_words]
        return float(self.depths() @ counts / max(counts.sum(), 1))

    @cached_property
    def _paths(self) -> Paths:
        lengths = self._depths
        paths = Paths(np.empty(lengths.sum(), np.int64), np.empty(lengths.sum(), np.int64), lengths)
        words = nodes = np.arange(self.num_words)
        for step in range(int(lengths.max())):  # all words go up together, those at the root stay behind
            under = lengths[words] > step
            words, nodes = words[under], nodes[under]
            paths.turns[paths.starts[words] + step] = self.branches[nodes]
            nodes = self.parents[nodes]
            paths.nodes[paths.starts[words] + step] = nodes
        return paths

    def flat_paths(self) -> Paths:
        """Return all words' paths, leaf to root, one after another, for training."""
        return self._paths


@dataclass(frozen=True)
class Paths:
    """The paths of all words, from leaf to root, in one row.

    Attributes:
        nodes: (sum of lengths,) int64, inner nodes.
        turns: (sum of lengths,) int64, the turn taken at each of them.
        lengths: (num_words,) int64.
    """

    nodes: np.ndarray
    turns: np.ndarray
    lengths: np.ndarray

    @cached_property
    def starts(self) -> np.ndarray:
        """Where each word's path begins, (num_words,) int64."""
        return np.cumsum(self.lengths) - self.lengths

    def slice(self, word: int) -> slice:
        """Return where a word's path stands in the row."""
        return slice(int(self.starts[word]), int(self.starts[word] + self.lengths[word]))


@dataclass(frozen=True)
class Turn:
    """One decision on the way to a word.

    Attributes:
        node: the inner node.
        turn: 0 left, 1 right.
        left: sigmoid of v . u_node, the chance to go left.
        chosen: the chance of the turn taken: `left`, or one minus it.
    """

    node: int
    turn: int
    left: float
    chosen: float


def walk(tree: HuffmanTree, node_vectors: np.ndarray, focus: np.ndarray, word: int) -> list[Turn]:
    """Return the decisions from the root to a word; their `chosen` multiply to its probability.

    Args:
        tree: of the vocabulary.
        node_vectors: (num_words - 1, dim), one per inner node in the order of their numbers.
        focus: (dim,), the vector that predicts.
        word: the leaf to reach.
    """
    turns = []
    for node, turn in zip(tree.path(word), tree.code(word), strict=True):
        left = float(sigmoid(node_vectors[node - tree.num_words] @ focus))
        turns.append(Turn(node, turn, left, 1.0 - left if turn else left))
    return turns


def word_probabilities(tree: HuffmanTree, node_vectors: np.ndarray, focus: np.ndarray) -> np.ndarray:
    """Return the probability of every word, (num_words,), summing to 1: each node splits its own in two.

    Args:
        tree: of the vocabulary.
        node_vectors: (num_words - 1, dim).
        focus: (dim,), the vector that predicts.
    """
    left = sigmoid(node_vectors @ focus)  # (num_words - 1,)
    probabilities = np.ones(len(tree.parents))
    for node in range(tree.root - 1, -1, -1):
        parent = tree.parents[node]
        share = left[parent - tree.num_words]
        probabilities[node] = probabilities[parent] * (1.0 - share if tree.branches[node] else share)
    return probabilities[: tree.num_words]
