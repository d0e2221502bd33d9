from __future__ import annotations

import numpy as np
import torch

from seqviz.lessons.word2vec.cbow_net import predicted


def test_the_word_in_the_midst_is_predicted_as_torch_does_it():
    generator = np.random.default_rng(0)
    table, outputs = generator.normal(size=(2, 9, 4))
    context = [3, 1, 3]
    bag = torch.nn.EmbeddingBag.from_pretrained(torch.tensor(table), mode="mean")
    hidden = bag(torch.tensor([context]))
    mean, probabilities = predicted(table[context], outputs)
    np.testing.assert_allclose(mean, hidden[0])
    np.testing.assert_allclose(probabilities, (hidden @ torch.tensor(outputs).T).softmax(dim=1)[0])
