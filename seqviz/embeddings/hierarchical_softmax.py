"""Skip-gram with hierarchical softmax: a word's probability is a product of turns down a Huffman tree.

The loss of a pair is -log p(word | neighbour) = -sum over the word's path of log s(+-v . u_node), plus where
the path goes left. All pairs of a block share its words' paths, so each block reads each of their nodes once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import logsigmoid

from seqviz.embeddings.blocks import FlatCorpus, weights_for_cuts
from seqviz.embeddings.huffman import HuffmanTree
from seqviz.embeddings.skipgram import initial_vectors
from seqviz.embeddings.train_in_blocks import MOST_POSITIONS_PER_UPDATE, SkipGramConfig

MOST_VISITS_PER_UPDATE = (
    128  # of an inner node; the root, which every word visits, would overshoot without a limit
)


@dataclass(frozen=True)
class BlockPaths:
    """The inner nodes that the words of each block need, each once per block, filled up to equal length.

    Attributes:
        nodes: (num_blocks, num_nodes) int64, rows of the node table.
        marks: (num_blocks, block_length, 2 * num_nodes) float32: `on_path`, then `goes_left`.
    """

    nodes: torch.Tensor
    marks: torch.Tensor

    @property
    def on_path(self) -> torch.Tensor:
        """(num_blocks, block_length, num_nodes), 1 where a node is on the word's path."""
        return self.marks[:, :, : self.nodes.shape[1]]

    @property
    def goes_left(self) -> torch.Tensor:
        """The same shape, 1 where the path turns left there."""
        return self.marks[:, :, self.nodes.shape[1] :]


class PathTable:
    """All words' paths as tensors, and the part of them that some blocks need.

    Args:
        tree: the vocabulary's Huffman tree.
    """

    def __init__(self, tree: HuffmanTree) -> None:
        paths = tree.flat_paths()
        self._num_nodes = max(tree.num_words - 1, 1)
        self._rows = torch.from_numpy(paths.nodes - tree.num_words)
        self._left = torch.from_numpy((paths.turns == 0).astype(np.float32))
        self._starts = torch.from_numpy(paths.starts)
        self._lengths = torch.from_numpy(paths.lengths)

    def of_blocks(self, word_ids: torch.Tensor) -> BlockPaths:
        """Collect the nodes of these blocks' words; `word_ids` is (num_blocks, block_length)."""
        num_blocks, block_length = word_ids.shape
        position, entry = self._turns(word_ids.reshape(-1))
        block = position // block_length
        node = self._rows.index_select(0, entry)
        # A block's nodes, each once: the keys are sorted by block, then by node
        key, rank = torch.unique(block * self._num_nodes + node, return_inverse=True)
        key_block = key // self._num_nodes
        per_block = torch.bincount(key_block, minlength=num_blocks)
        width = max(int(per_block.max()), 1) if num_blocks else 1
        first = torch.cumsum(per_block, 0) - per_block
        column = torch.arange(len(key)) - first.index_select(0, key_block)
        nodes = torch.zeros(num_blocks * width, dtype=torch.int64)
        nodes.index_copy_(0, key_block * width + column, key - key_block * self._num_nodes)
        place = position * (2 * width) + column.index_select(0, rank)
        marks = torch.zeros(num_blocks * block_length * 2 * width)
        marks.index_fill_(0, place, 1.0)
        marks.index_copy_(0, place + width, self._left.index_select(0, entry))
        return BlockPaths(nodes.view(num_blocks, width), marks.view(num_blocks, block_length, 2 * width))

    def _turns(self, words: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return, for each turn on each word's path, the word's position and the turn's row in the tables."""
        lengths = self._lengths[words]
        position = torch.repeat_interleave(lengths)
        start = self._starts[words] - torch.cumsum(lengths, 0) + lengths
        return position, torch.arange(len(position)) + start.index_select(0, position)


class HierarchicalSoftmax:
    """The word vectors and node vectors of hierarchical softmax, and one update of them.

    Args:
        corpus: for the number of words and their counts.
        config: the settings.
    """

    def __init__(self, corpus: FlatCorpus, config: SkipGramConfig) -> None:
        generator = torch.Generator().manual_seed(config.seed)
        self.tree = HuffmanTree.from_counts(corpus.counts)
        self.inputs = initial_vectors(len(corpus.counts), config.dim, generator)
        self.nodes = torch.zeros(max(len(corpus.counts) - 1, 1), config.dim)
        self._paths = PathTable(self.tree)
        visits = expected_visits(self.tree, corpus.counts * corpus.keep_probabilities(config.subsample))
        self._damping = torch.from_numpy(1.0 / np.maximum(1.0, visits / MOST_VISITS_PER_UPDATE)).float()

    def update(
        self, word_ids: torch.Tensor, mask: torch.Tensor, learning_rate: float, with_loss: bool
    ) -> float | None:
        """Take one step of gradient descent on all pairs of these blocks."""
        paths = self._paths.of_blocks(word_ids)
        vectors = self.inputs.index_select(0, word_ids.reshape(-1)).view(*word_ids.shape, -1)
        nodes = self.nodes.index_select(0, paths.nodes.reshape(-1)).view(*paths.nodes.shape, -1)
        pairs = mask * weights_for_cuts(word_ids.shape[1])
        predictors = pairs.transpose(1, 2)  # [context, focus]: the context word predicts the focus word
        # How often each word faces each node, and how often it goes left there:
        turns, lefts = torch.bmm(predictors, paths.marks).chunk(2, dim=2)
        loss = mean_path_loss(vectors, nodes, turns, lefts, pairs) if with_loss else None
        vectors_step, nodes_step = path_gradients(
            vectors, nodes, turns, lefts, -learning_rate, self._damping[paths.nodes]
        )
        self.nodes.index_add_(0, paths.nodes.reshape(-1), nodes_step.reshape(paths.nodes.numel(), -1))
        self.inputs.index_add_(0, word_ids.reshape(-1), vectors_step.reshape(word_ids.numel(), -1))
        return loss

    def vectors(self) -> np.ndarray:
        """Return the word vectors, (num_words, dim) float32; a view, not a copy."""
        return self.inputs.numpy()


def expected_visits(tree: HuffmanTree, surviving: np.ndarray) -> np.ndarray:
    """Return how many words of a full update lead through each inner node, (num_words - 1,).

    Args:
        tree: of the vocabulary.
        surviving: (num_words,), occurrences left after subsampling.
    """
    below = np.concatenate([surviving, np.zeros(max(tree.num_words - 1, 1))])
    for node in range(tree.root):  # children have smaller numbers than their parents
        below[tree.parents[node]] += below[node]
    return MOST_POSITIONS_PER_UPDATE * below[tree.num_words :] / max(surviving.sum(), 1e-12)


def path_gradients(
    vectors: torch.Tensor,
    nodes: torch.Tensor,
    turns: torch.Tensor,
    lefts: torch.Tensor,
    scale: float,
    damping: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return `scale` times the gradient of the summed pair loss.

    Args:
        vectors: (num_blocks, block_length, dim), of the predicting words.
        nodes: (num_blocks, num_nodes, dim).
        turns: (num_blocks, block_length, num_nodes), how many pairs of a word meet a node, each by its weight.
        lefts: the same shape, how many of them turn left there.
        scale: minus the learning rate for a step downhill.
        damping: (num_blocks, num_nodes), by which each node's gradient is multiplied besides.

    Returns:
        Gradients with respect to `vectors` and `nodes`, in their shapes.
    """
    errors = torch.bmm(vectors, nodes.transpose(1, 2)).sigmoid_().mul_(turns).sub_(lefts).mul_(scale)
    vectors_step = torch.bmm(errors, nodes)
    errors.mul_(damping[:, None])
    return vectors_step, torch.bmm(errors.transpose(1, 2), vectors)


def mean_path_loss(
    vectors: torch.Tensor, nodes: torch.Tensor, turns: torch.Tensor, lefts: torch.Tensor, mask: torch.Tensor
) -> float:
    """Return the loss per pair: minus the log-probability of the focus word given the context word."""
    scores = torch.bmm(vectors, nodes.transpose(1, 2))
    log_probability = (lefts * logsigmoid(scores) + (turns - lefts) * logsigmoid(-scores)).sum()
    return float(-log_probability / mask.sum().clamp(min=1.0))
