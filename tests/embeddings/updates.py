"""What the trainers of word vectors are tested against: losses written out pair by pair, and gensim."""

from __future__ import annotations

import numpy as np
import torch
from gensim.models import FastText as GensimFastText
from gensim.models import Word2Vec
from torch.nn.functional import logsigmoid

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.train_in_blocks import train_in_blocks

#: Without a common trigram, so that fastText must learn who keeps whose company.
RING = (
    "apple",
    "boat",
    "candle",
    "drum",
    "eagle",
    "forest",
    "glove",
    "hinge",
    "ivory",
    "jump",
    "knot",
    "lamp",
)
NUM_WORDS = len(RING)
ON_THE_RING = {"dim": 10, "window": 3, "epochs": 20, "subsample": 0.0, "learning_rate": 0.05}
COUNTS = np.array([30, 22, 14, 9, 5, 2])
WORD_IDS = torch.tensor([[0, 1, 5, 2], [3, 3, 4, 0]])  # a word twice in a block, one in both
#: One-sided windows, a position without context, and pairs of a word with itself.
MASK = torch.tensor(
    [
        [[0, 1, 1, 0], [1, 0, 0, 0], [0, 1, 0, 1], [0, 0, 0, 0]],
        [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]],
    ]
)


def small_corpus() -> FlatCorpus:
    """Return a corpus whose counts are `COUNTS`; an update is given its blocks, so its order does not matter."""
    return FlatCorpus(np.repeat(np.arange(6), COUNTS), np.zeros(COUNTS.sum(), np.int64), COUNTS)


def in_float64(model) -> dict[str, torch.Tensor]:
    """Give a model float64 tables, none of them zero, and return copies that autograd follows."""
    generator = torch.Generator().manual_seed(9)
    copies = {}
    for name, table in vars(model).items():
        if isinstance(table, torch.Tensor) and not name.startswith("_"):
            new = torch.randn(table.shape, generator=generator, dtype=torch.float64)
            setattr(model, name, new)
            copies[name] = new.clone().requires_grad_()
    return copies


def noise_drawn(seed: int, skipped: tuple[int, int], num_blocks: int, shared: int) -> np.ndarray:
    """Draw a model's first noise words again: after its initial vectors, by count ** 0.75."""
    generator = torch.Generator().manual_seed(seed)
    torch.rand(*skipped, generator=generator)
    chance = torch.rand(num_blocks, shared, dtype=torch.float64, generator=generator).numpy()
    weights = COUNTS**0.75
    return np.searchsorted(np.cumsum(weights) / weights.sum(), chance, side="right")


def whole_step(rows: torch.Tensor) -> torch.Tensor:
    """Return the mean of rows, (dim,), each of which takes the whole of its gradient, not a share of it."""
    total = rows.sum(0)
    return rows.mean(0).detach() + total - total.detach()


def negative_sampling(focus, context, noise, each_counts: float) -> torch.Tensor:
    """Return -log s(v . u) - each_counts * sum of log s(-v . n)."""
    return -logsigmoid(focus @ context) - each_counts * logsigmoid(-(noise @ focus)).sum()


def assert_step(model, before: dict[str, torch.Tensor], loss: torch.Tensor, learning_rate: float) -> None:
    """Assert that every row of every table has gone `learning_rate` down the gradient of a loss."""
    gradients = torch.autograd.grad(loss, list(before.values()))
    for (name, old), gradient in zip(before.items(), gradients, strict=True):
        assert gradient.abs().max() > 0.01
        torch.testing.assert_close(getattr(model, name), old.detach() - learning_rate * gradient)


def ring_of_words(num_texts: int = 300) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return texts about neighbouring words of a ring: the nearer two words lie on it, the oftener they meet."""
    rng = np.random.default_rng(4)
    ids = (rng.integers(NUM_WORDS, size=(num_texts, 1)) + rng.integers(0, 4, size=(num_texts, 8))) % NUM_WORDS
    return ids.reshape(-1), np.repeat(np.arange(num_texts), 8), np.bincount(ids.reshape(-1))


def trained_by_gensim(config, **settings) -> np.ndarray:
    """Train gensim's model on the ring with the same settings; return its vectors in the order of the words."""
    ids, _, _ = ring_of_words()
    texts = [[RING[k] for k in row] for row in ids.reshape(-1, 8)]
    kind = GensimFastText if "bucket" in settings else Word2Vec
    negatives = 0 if settings.get("hs") else config.negatives
    rates = {"alpha": config.learning_rate, "min_alpha": config.learning_rate / 100}
    same = {
        "vector_size": config.dim,
        "window": config.window,
        "epochs": config.epochs,
        "sample": config.subsample,
    }
    model = kind(texts, min_count=1, workers=1, seed=1, negative=negatives, **rates, **same, **settings)
    return np.array([model.wv[word] for word in RING])


def assert_near_gensim(learner, config, word_vectors, **settings) -> None:
    """Train on the ring: the loss falls, and the vectors come near gensim's in their angles and lengths.

    Args:
        learner: makes a model of a corpus and a config.
        config: of both trainers.
        word_vectors: takes the vectors out of the trained model.
        settings: what gensim must be told besides.
    """
    corpus = FlatCorpus(*ring_of_words())
    model = learner(corpus, config)
    losses = [report.loss for report in train_in_blocks(corpus, config, model)]
    assert losses[-1] < losses[0] - 0.4
    ours, theirs = word_vectors(model), trained_by_gensim(config, **settings)
    assert np.corrcoef(_cosines(ours), _cosines(theirs))[0, 1] > 0.9
    lengths = [np.linalg.norm(vectors, axis=1).mean() for vectors in (ours, theirs)]
    assert 0.75 < lengths[0] / lengths[1] < 1.3


def _cosines(vectors: np.ndarray) -> np.ndarray:
    """Return the cosine of each two words."""
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return (units @ units.T)[np.triu_indices(len(units), 1)]
