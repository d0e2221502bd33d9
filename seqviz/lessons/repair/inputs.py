"""What the snippets find defined: texts, tables and small nets, the same for everybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from torch import Tensor, nn

from seqviz.corpora.reviews import review_corpus
from seqviz.models.initial import draw_weights

if TYPE_CHECKING:
    from seqviz.lessons.repair.snippets import Snippet

_NOUNS = ("film", "plot", "cast", "music", "ending")
_VERBS = ("was", "was really", "was so very")
_ADJECTIVES = (
    ("awful", "boring", "clumsy", "noisy", "empty"),
    ("great", "funny", "moving", "clever", "lovely"),
)
_PARTS = {"train": 100, "validation": 60, "test": 60, "fresh": 4_000}  # reviews
_NUM_CANDIDATES = 40


def drawn(net: nn.Module, seed: int = 0) -> nn.Module:
    """Draw a net's weights again, the same for everybody."""
    return draw_weights(net, seed)


def sentences() -> list[str]:
    """Return the 150 sentences *the film was great* and so on, shuffled."""
    return [sentence for sentence, _ in _labelled_sentences()]


def answers() -> Tensor:
    """Return whether each sentence praises, (150,), 0 or 1."""
    return torch.tensor([float(label) for _, label in _labelled_sentences()])


@cache
def _labelled_sentences() -> list[tuple[str, int]]:
    made = [
        (f"the {noun} {verb} {adjective}", label)
        for noun in _NOUNS
        for verb in _VERBS
        for label in (0, 1)
        for adjective in _ADJECTIVES[label]
    ]
    return [made[k] for k in np.random.default_rng(0).permutation(len(made))]


@cache
def _vocabulary() -> dict[str, int]:
    """Return word -> its number from 2 on: 0 fills up and 1 is for unknown words."""
    return {word: k for k, word in enumerate(sorted(set(" ".join(sentences()).split())), start=2)}


def ids_of(sentence: str) -> list[int]:
    """Return the numbers of a sentence's words."""
    return [_vocabulary()[word] for word in sentence.split()]


def counts() -> Tensor:
    """Return how often each word occurs in each sentence, (150, num_words)."""
    return torch.tensor(CountVectorizer().fit_transform(sentences()).toarray(), dtype=torch.float32)


class _Reader(nn.Module):
    """Answers from its LSTM's last state."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(len(_vocabulary()) + 2, 8)
        self.lstm = nn.LSTM(8, 12, batch_first=True)
        self.output = nn.Linear(12, 1)

    def forward(self, ids: Tensor) -> Tensor:
        states, _ = self.lstm(self.embedding(ids))  # (batch, length, 12)
        return self.output(states[:, -1]).squeeze(1)  # (batch,)


def train_reader(ids: Tensor, wanted: Tensor) -> Callable[[Tensor], Tensor]:
    """Train an LSTM of twelve units for forty steps and return what predicts with it, 0 or 1 for each row."""
    reader = drawn(_Reader())
    optimizer = torch.optim.Adam(reader.parameters(), lr=0.03)
    for _ in range(40):
        optimizer.zero_grad()
        nn.functional.binary_cross_entropy_with_logits(reader(ids), wanted).backward()
        optimizer.step()
    return lambda asked: (reader(asked).detach() > 0).float()


@cache
def _review_parts() -> dict[str, tuple[Any, np.ndarray]]:
    """Return the counts of the words of bundled reviews, part by part, with their labels."""
    corpus, ends = review_corpus().train, np.cumsum(list(_PARTS.values()))
    vectorizer = CountVectorizer().fit(corpus.texts[: ends[0]])
    starts = [0, *ends[:-1]]
    return {
        part: (vectorizer.transform(corpus.texts[start:end]).toarray(), corpus.labels[start:end])
        for part, start, end in zip(_PARTS, starts, ends, strict=True)
    }


@cache
def candidates() -> list[Any]:
    """Return forty models trained on the same reviews, each on a third of the words drawn for it."""
    table, labels = _review_parts()["train"]
    made = []
    for seed in range(_NUM_CANDIDATES):
        columns = np.random.default_rng(seed).permutation(table.shape[1])[: table.shape[1] // 3]
        its_own = FunctionTransformer(np.take, kw_args={"indices": columns, "axis": 1})
        made.append(make_pipeline(its_own, MultinomialNB()).fit(table, labels))
    return made


def _cell() -> nn.Module:
    return drawn(nn.LSTMCell(3, 4)).requires_grad_(False)


def _layer(input_size: int, seed: int) -> nn.Module:
    return drawn(nn.LSTM(input_size, 6, batch_first=True), seed).requires_grad_(False)


def _numbers(*shape: int, seed: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


#: Name -> what it is, and a function that gives it.
GIVEN: dict[str, tuple[str, Callable[[], Any]]] = {
    "reviews": ("300 of the app's own reviews", lambda: list(review_corpus().train.texts[:300])),
    "coins": ("300 coin tosses", lambda: np.random.default_rng(1).integers(0, 2, 300)),
    "cell": ("PyTorch's `nn.LSTMCell` with 3 inputs and 4 units", _cell),
    "x": ("a token's 3 numbers", lambda: _numbers(3, seed=1)),
    "h": ("a state of 4 units", lambda: _numbers(4, seed=2).tanh()),
    "c": ("the memory that goes with it", lambda: _numbers(4, seed=3)),
    "first": ("an LSTM layer from 5 numbers to 6 units", lambda: _layer(5, seed=0)),
    "second": ("another, from 6 to 6", lambda: _layer(6, seed=1)),
    "reviews_read": ("4 reviews of 7 tokens, 5 numbers per token", lambda: _numbers(4, 7, 5, seed=0)),
    "sentences": ("150 sentences like *the plot was really clever*", sentences),
    "answers": ("1 for praise, 0 for blame", answers),
    "ids_of": ("gives the numbers of a sentence's words", lambda: ids_of),
    "train_reader": ("trains a small LSTM that answers from its last state", lambda: train_reader),
    "counts": ("how often each word occurs in each sentence", counts),
    "drawn": ("draws a net's weights with a fixed seed", lambda: drawn),
    "candidates": ("40 models trained on 100 reviews, each on words of its own", candidates),
    "validation": ("60 reviews as counts, and their labels", lambda: _review_parts()["validation"]),
    "test": ("60 other reviews", lambda: _review_parts()["test"]),
    "fresh": ("4,000 reviews that nobody has looked at", lambda: _review_parts()["fresh"]),
    "queries": ("3 numbers for each of 3 words to be written", lambda: _numbers(3, 3, seed=4)),
    "keys": ("3 numbers for each of 4 words that were read", lambda: _numbers(4, 3, seed=5)),
}


def given_to(snippet: Snippet) -> dict[str, Any]:
    """Return what a snippet finds defined, by name."""
    return {name: snippet.text if name == "text" else GIVEN[name][1]() for name in snippet.given}
