"""One training step of a small sentiment net, ours or made of PyTorch's own layers."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import Cell

VOCABULARY_SIZE, EMBEDDING_DIM, HIDDEN_SIZE, LENGTH, BATCH = 5_000, 64, 64, 200, 32


class TorchNet(nn.Module):
    """Embedding, `nn.LSTM` or `nn.GRU`, mean over the text, one logit: time first, PyTorch's quickest layout."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY_SIZE, EMBEDDING_DIM, padding_idx=0)
        layer = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}[cell]
        self.recurrent = layer(EMBEDDING_DIM, HIDDEN_SIZE)
        self.output = nn.Linear(HIDDEN_SIZE, 1)

    def forward(self, token_ids: Tensor, lengths: Tensor) -> Tensor:
        """Return logits (batch,) of token ids (batch, length) without padding."""
        states, _ = self.recurrent(self.embedding(token_ids.t()))
        return self.output(states.mean(0)).squeeze(1)


def random_texts(vocabulary_size: int = VOCABULARY_SIZE, batch: int = BATCH) -> tuple[Tensor, Tensor, Tensor]:
    """Return token ids (batch, length), lengths (batch,) and labels (batch,)."""
    generator = torch.Generator().manual_seed(0)
    token_ids = torch.randint(2, vocabulary_size, (batch, LENGTH), generator=generator)
    return token_ids, torch.full((batch,), LENGTH), torch.randint(0, 2, (batch,), generator=generator).float()


def training_step(net: nn.Module, texts: tuple[Tensor, Tensor, Tensor] | None = None) -> Callable[[], float]:
    """Return a call that makes one step of Adam on one batch of texts, and returns the loss.

    One thread, and subnormal numbers taken for 0, as in a worker; so for every net of this process, PyTorch's too.
    """
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    token_ids, lengths, labels = texts or random_texts()
    optimizer = torch.optim.Adam(net.parameters(), fused=True)

    def step() -> float:
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(net(token_ids, lengths), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step
