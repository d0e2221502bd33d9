"""What a trained net says of a text, of each of its beginnings, and without each of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from seqviz.models.inspect.gates import reading
from seqviz.models.sentiment import SentimentNet
from seqviz.models.stack import joined
from seqviz.text.padding import pad
from seqviz.text.vocabulary import UNKNOWN

#: Tokens read at once, padding included: bounds the memory whatever the length of a text.
TOKENS_AT_ONCE = 32_768

Ids = Sequence[int] | np.ndarray


def positive_probability(net: SentimentNet, texts: Sequence[Ids]) -> np.ndarray:
    """Return each text's probability of being positive, (num_texts,) float32; arguments as for `log_odds`."""
    return torch.from_numpy(log_odds(net, texts)).sigmoid().numpy()


def log_odds(net: SentimentNet, texts: Sequence[Ids]) -> np.ndarray:
    """Return each text's log-odds of being positive, ln(p / (1 - p)), which is the net's one output.

    Args:
        net: is read with dropout off, whatever its mode.
        texts: token ids of each; an empty text is read as one padding.

    Returns:
        (num_texts,) float32, in nats.
    """
    logits = np.zeros(len(texts), dtype=np.float32)
    by_length = np.argsort([len(text) for text in texts], kind="stable")
    with reading(net):
        for chosen in _chunks(by_length, [len(texts[index]) for index in by_length]):
            token_ids, lengths = _padded([texts[index] for index in chosen])
            logits[chosen] = net(token_ids, lengths).float().numpy()
    return logits


def positive_after_each_token(net: SentimentNet, ids: Ids) -> np.ndarray:
    """Return the probability of being positive, had the text ended after each of its tokens.

    A net of one direction is read once: its states know nothing of what follows. One of two directions has to
    read every beginning of the text again.

    Returns:
        (num_tokens,) float32.
    """
    if not len(ids):
        return np.zeros(0, dtype=np.float32)
    if len(net.recurrent.directions) == 2:
        return positive_probability(net, [ids[:end] for end in range(1, len(ids) + 1)])
    with reading(net):
        token_ids, lengths = _padded([ids])
        states = joined(net.states(token_ids, lengths)[-1])[0]  # (num_tokens, hidden_size)
        logits = net.output(_pooled_so_far(net, states)).squeeze(1)
        return logits.sigmoid().float().numpy()


def _pooled_so_far(net: SentimentNet, states: Tensor) -> Tensor:
    """Return what the output would see after each token, (num_tokens, pooled size)."""
    if net.pooling == "last":
        return states
    counts = torch.arange(1, len(states) + 1).unsqueeze(1)
    mean, largest = states.cumsum(0) / counts, states.cummax(0).values
    return {"mean": mean, "max": largest, "max+mean": torch.cat([largest, mean], dim=1)}[net.pooling]


def occlusion(net: SentimentNet, ids: Ids) -> np.ndarray:
    """Return what each word did: the probability of the text minus that with the word replaced by `<unk>`.

    Returns:
        (num_tokens,) float32, above 0 where the word made the text more positive.
    """
    probabilities = positive_probability(net, _with_each_word_hidden(ids))
    return probabilities[0] - probabilities[1:]


def occlusion_log_odds(net: SentimentNet, ids: Ids) -> np.ndarray:
    """Return what each word did in log-odds, which tell words apart even where the net is all but certain.

    Returns:
        (num_tokens,) float32, in nats, above 0 where the word made the text more positive.
    """
    values = log_odds(net, _with_each_word_hidden(ids))
    return values[0] - values[1:]


def alone_log_odds(net: SentimentNet, ids: Ids) -> np.ndarray:
    """Return what each word does where it is the whole text: its log-odds less those of `<unk>` in its place.

    Returns:
        (num_tokens,) float32, in nats, above 0 where the word by itself makes the answer more positive.
    """
    values = log_odds(net, [[UNKNOWN], *([word] for word in ids)])
    return values[1:] - values[0]


def _with_each_word_hidden(ids: Ids) -> list[np.ndarray]:
    """Return the text as it is, then once with each of its words replaced by `<unk>`."""
    text = np.asarray(ids, dtype=np.int64)
    without = np.tile(text, (len(text), 1))
    np.fill_diagonal(without, UNKNOWN)
    return [text, *without]


def _chunks(indices: np.ndarray, lengths: Sequence[int]) -> Iterator[np.ndarray]:
    """Yield runs of indices, shortest texts first, that fill at most `TOKENS_AT_ONCE` when padded."""
    start = 0
    for end, length in enumerate(lengths):
        if end > start and (end - start + 1) * length > TOKENS_AT_ONCE:
            yield indices[start:end]
            start = end
    if len(indices):
        yield indices[start:]


def _padded(texts: Sequence[Ids]) -> tuple[Tensor, Tensor]:
    """Return token ids (batch, length), padded at the end, and lengths (batch,)."""
    token_ids, lengths = pad([np.asarray(text) for text in texts], max([1, *map(len, texts)]))
    return torch.from_numpy(token_ids), torch.from_numpy(lengths)
