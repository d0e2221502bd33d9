"""How well an encoder-decoder net writes: the loss, the pairs without a mistake, and BLEU."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch
from torch import Tensor

from seqviz.corpora.pairs import Pair, Tokens, joined
from seqviz.experiments.translation.encoding import EncodedPairs
from seqviz.models.decoding import greedy_batch
from seqviz.models.seq2seq import TranslationNet
from seqviz.text.padding import pad

BATCH_SIZE = 200  # pairs written at a time


@dataclass(frozen=True)
class Measured:
    """Pairs, and what a net wrote for their sources.

    Attributes:
        pairs: that were written.
        written: greedily, a target for each.
        among: in which targets for the same sources are looked up; the pairs themselves and maybe more.
        loss: -ln P of a target token with the true ones before it given, mean of the batches' means.
    """

    pairs: tuple[Pair, ...]
    written: tuple[Tokens, ...]
    among: tuple[Pair, ...]
    loss: float

    @cached_property
    def references(self) -> list[list[Tokens]]:
        """For each pair every target that is given for its source: a sentence has more than one translation."""
        targets: dict[Tokens, dict[Tokens, None]] = defaultdict(dict)
        for pair in self.among:
            targets[pair.source][pair.target] = None
        return [list(targets[pair.source]) for pair in self.pairs]

    @cached_property
    def right(self) -> np.ndarray:
        """Which pairs were written as one of their references to the last token, (num_pairs,) bool."""
        return np.array([w in known for w, known in zip(self.written, self.references, strict=True)], bool)

    def by_length(self) -> dict[int, float]:
        """Return the share of right ones for each source length, shortest first."""
        lengths = np.array([len(pair.source) for pair in self.pairs])
        return {int(n): float(self.right[lengths == n].mean()) for n in sorted(set(lengths))}

    def bleu(self) -> float:
        """Return BLEU-4 of the whole, 0 to 1, over the net's own tokens; each different source counts once.

        Source: Papineni et al. 2002, by NLTK's `corpus_bleu`; where no n-gram of a length is found, a tenth of one
        is counted (Chen & Cherry 2014, method 1).
        """
        from nltk.translate.bleu_score import SmoothingFunction, corpus_bleu

        first = {pair.source: k for k, pair in reversed(list(enumerate(self.pairs)))}.values()
        references, written = [self.references[k] for k in first], [self.written[k] for k in first]
        return float(corpus_bleu(references, written, smoothing_function=SmoothingFunction().method1))


@torch.no_grad()
def measure_pairs(
    net: TranslationNet, encoded: EncodedPairs, pairs: tuple[Pair, ...], longest: int
) -> Measured:
    """Write the sources of some pairs greedily. Leaves the net in its former mode.

    Args:
        net: writes; dropout is off.
        encoded: gives the vocabularies.
        pairs: at least one, of the validation part: all targets given there for a source are right.
        longest: most tokens written for each.
    """
    was_training = net.training
    net.eval()
    written: list[Tokens] = []
    nats = 0.0
    for start in range(0, len(pairs), BATCH_SIZE):
        part = pairs[start : start + BATCH_SIZE]
        batch = batch_of(encoded.sources(part), encoded.targets(part))
        nats += float(net.loss(*batch)) * len(part)
        rows = greedy_batch(net, batch[0], batch[1], longest)
        written += [tuple(encoded.target_vocabulary[k] for k in row) for row in rows]
    net.train(was_training)
    return Measured(pairs, tuple(written), encoded.pairs.validation, nats / len(pairs))


def batch_of(sources: Sequence[np.ndarray], targets: Sequence[np.ndarray]) -> tuple[Tensor, Tensor, Tensor]:
    """Return source ids, (batch, source_length), their lengths, (batch,), and target ids, (batch, target_length)."""
    source_ids, lengths = pad(sources)
    return torch.from_numpy(source_ids), torch.from_numpy(lengths), torch.from_numpy(pad(targets)[0])


def written_out(measured: Measured, encoded: EncodedPairs, number: int) -> list[dict[str, Any]]:
    """Return the first pairs as texts: source, target and what was written."""
    pairs = encoded.pairs
    return [
        {
            "source": joined(pair.source, pairs.source_unit),
            "target": joined(pair.target, pairs.target_unit),
            "written": joined(tokens, pairs.target_unit),
        }
        for pair, tokens in zip(measured.pairs[:number], measured.written, strict=False)
    ]
