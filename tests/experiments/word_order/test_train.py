"""The nets that see the order of words, or not, against plain torch loops."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from seqviz.experiments.word_order import train as word_order
from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.experiments.word_order.train import build_order_net
from seqviz.runs.encoding import EncodedCorpus, EncodedTexts
from seqviz.runs.events import Finished, Metrics, Progress
from seqviz.runs.registry import train
from seqviz.text.vocabulary import Vocabulary
from tests.runs.plain import adam, copied, descend, twin_of

ORDER = OrderExperiment(
    hidden_size=4, embedding_dim=3, batch_size=5, num_steps=30, learning_rate=0.02, seed=3
)


@pytest.fixture
def encoded(monkeypatch):
    rng = np.random.default_rng(0)

    def texts(number):
        ids = tuple(rng.integers(1, 9, rng.integers(1, 6)) for _ in range(number))
        return EncodedTexts(ids, np.array([row.max() > 6 for row in ids], np.float32))

    corpus = EncodedCorpus(Vocabulary(("<pad>", "<unk>", *"abcdefg")), texts(20), texts(12), None)

    def encode(loaded, size):
        yield Progress(0.0, None, "")
        return corpus

    monkeypatch.setattr(word_order, "encode_corpus", encode)
    monkeypatch.setattr(word_order, "load_corpus", lambda name: None)
    return corpus


def logit_of(arm, net):
    """Return what reads one text without padding, and its parts."""
    if arm == "recurrent":
        embedding, layer, output = copied(net.embedding), twin_of(net.recurrent), copied(net.output)
        return (embedding, layer, output), lambda ids: output(layer(embedding(ids)[None])[0][0, -1])[0]
    embedding, hidden, output = copied(net.embedding), copied(net.hidden), copied(net.output)
    return (embedding, hidden, output), lambda ids: output(torch.tanh(hidden(embedding(ids).mean(0))))[0]


@pytest.mark.parametrize("arm", ["feed-forward", "recurrent"])
def test_the_order_nets_are_trained_as_a_plain_torch_loop_does(encoded, arm):
    events = list(train(ORDER))
    told = [e.values for e in events if isinstance(e, Metrics) and e.arm == arm]
    torch.manual_seed(3)
    parts, logit = logit_of(arm, build_order_net(ORDER, arm, 9))
    order = np.random.default_rng(3)

    def logits(texts, rows):
        return torch.stack([logit(torch.from_numpy(texts.token_ids[k])) for k in rows])

    def loss():
        rows = order.integers(20, size=5)
        return binary_cross_entropy_with_logits(
            logits(encoded.train, rows), torch.from_numpy(encoded.train.labels[rows])
        )

    losses = descend(parts, adam(0.02), [loss] * 30, clip_norm=ORDER.clip_norm)
    assert [values["train_loss"] for values in told] == pytest.approx(losses, rel=1e-3)
    right = (logits(encoded.validation, range(12)) > 0).numpy() == (encoded.validation.labels > 0.5)
    assert told[-1]["accuracy"] == pytest.approx(right.mean())
    [finished] = [e for e in events if isinstance(e, Finished)]
    torch.testing.assert_close(
        torch.from_numpy(finished.weights[f"{arm}/output.bias"]),
        parts[-1].bias.detach(),
        rtol=1e-3,
        atol=1e-4,
    )
    assert finished.result["parameters"][arm] == sum(p.numel() for part in parts for p in part.parameters())
