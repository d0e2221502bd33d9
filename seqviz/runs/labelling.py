"""Arms with an answer at every token: their batches and their loss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.comparison import Arm
from seqviz.text.padding import pad
from seqviz.text.vocabulary import Vocabulary

NOT_COUNTED = -100  # of a label at padding
SPECIALS = ("<pad>", "<unk>")


@dataclass(frozen=True)
class Batch:
    """Texts with an answer at each token.

    Attributes:
        token_ids: (batch, length).
        lengths: (batch,).
        answers: (batch, length); NOT_COUNTED where nothing is asked.
        asked: (batch,) places that count as much as all the others together; None where there are none.
    """

    token_ids: Tensor
    lengths: Tensor
    answers: Tensor
    asked: Tensor | None = None

    def loss(self, net: nn.Module) -> Tensor:
        """Return the mean cross-entropy of a net's answers, plus that of the places asked about."""
        scores = net(self.token_ids, self.lengths)
        loss = cross_entropy(scores.flatten(0, 1), self.answers.flatten(), ignore_index=NOT_COUNTED)
        if self.asked is None:
            return loss
        rows = torch.arange(len(self.asked))
        return loss + cross_entropy(scores[rows, self.asked], self.answers[rows, self.asked])


def ids_of(texts: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Tensor, Tensor]:
    """Number texts and pad them: token ids (batch, length) and lengths (batch,)."""
    token_ids, lengths = pad([vocabulary.ids(list(text)) for text in texts])
    return torch.from_numpy(token_ids), torch.from_numpy(lengths)


def labelling_arm(
    experiment: Any,
    name: str,
    build: Callable[[], nn.Module],
    batch: Callable[[], Batch],
    measure: Callable[[nn.Module], dict[str, float]],
) -> Arm:
    """Return an arm with an answer at every token.

    Args:
        experiment: gives seed, learning rate and clipping.
        name: among the arms.
        build: builds the untrained net; the global torch seed decides its weights.
        batch: draws a fresh batch.
        measure: values of the net, taken without gradients.
    """
    torch.manual_seed(experiment.seed)
    net = build()

    def loss() -> tuple[Tensor, dict[str, float]]:
        return batch().loss(net), {}

    def measured() -> dict[str, float]:
        with torch.no_grad():
            return measure(net)

    optimizer = torch.optim.Adam(net.parameters(), experiment.learning_rate, fused=True)
    return Arm(name, net, loss, optimizer, clip_by_norm(experiment.clip_norm), measured)
