from __future__ import annotations

import math

import numpy as np
import torch

from seqviz.lessons.sentiment.misconceptions import misconceptions
from seqviz.ui.sentences.readers import bundled
from seqviz.ui.sentences.review import NEVER_BORING


def told(start):
    return next(right for wrong, right in misconceptions() if wrong.startswith(start))


def test_watching_the_test_reviews_lets_the_luckiest_win():
    drawn = np.random.default_rng(1).binomial(600, 0.9, (40_000, 20)).max(axis=1).mean() / 600
    shown = float(told("`validation_data").split(" reviews shows ")[1].split("%")[0]) / 100
    assert math.isclose(shown, drawn, abs_tol=0.001) and shown > 0.9


def test_training_accuracy_stands_beside_the_validation_accuracy():
    history = bundled().history
    said = told("A training accuracy")
    assert f"{history.series('train_accuracy').values[-1]:.1%}" in said
    assert f"{bundled().result['accuracy']:.1%}" in said
    losses = [history.series(f"{part}_loss").values[-1] for part in ("train", "validation")]
    assert f"{losses[1] / losses[0]:.1f} times" in said and losses[1] > losses[0]


def test_padding_that_is_read_changes_the_answer():
    net, ids = bundled().reader.net, list(bundled().reader.encode(NEVER_BORING).token_ids)
    texts = [ids, [0] * 100 + ids, ids + [0] * 100]
    with torch.no_grad():
        answers = [net(torch.tensor([text]), torch.tensor([len(text)])).sigmoid().item() for text in texts]
    said = told("Short reviews")
    assert all(f"{answer:.5f}" in said for answer in answers)
    assert abs(answers[0] - answers[1]) > 0.5


def test_on_unequal_classes_the_accuracy_is_another():
    (a, b), (c, d) = bundled().result["confusion"]
    mixture = np.average([d / (c + d), a / (a + b)], weights=[9, 1])
    said = told("90% right")
    assert f"{a / (a + b):.1%} of the negative" in said and f"it would be {mixture:.1%}" in said
