import numpy as np
import pytest
import torch
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss
from torch.nn.functional import binary_cross_entropy_with_logits

from seqviz.training.evaluation import Evaluation


@pytest.fixture
def evaluation():
    generator = np.random.default_rng(0)
    return Evaluation(generator.normal(0, 2, 200), generator.integers(0, 2, 200).astype(np.float32))


def test_accuracy_loss_and_confusion_equal_scikit_learn(evaluation):
    predicted = evaluation.positive > 0.5
    assert evaluation.accuracy == accuracy_score(evaluation.labels, predicted)
    assert evaluation.loss == pytest.approx(log_loss(evaluation.labels, evaluation.positive), rel=1e-9)
    assert evaluation.confusion == confusion_matrix(evaluation.labels, predicted).tolist()


def test_a_hopeless_loss_is_told_in_full():
    logits, labels = np.array([500.0, -700.0, 3.0]), np.array([0.0, 1.0, 1.0])
    expected = binary_cross_entropy_with_logits(torch.from_numpy(logits), torch.from_numpy(labels))
    assert Evaluation(logits, labels).loss == pytest.approx(expected.item(), rel=1e-12)


def test_the_most_confident_mistakes_are_mistakes_and_the_surest_come_first(evaluation):
    mistakes = evaluation.most_confident_mistakes(10)
    assert len(mistakes) == 10
    assert all((evaluation.positive[mistakes] > 0.5) != (evaluation.labels[mistakes] > 0.5))
    sureness = np.abs(evaluation.positive[mistakes] - 0.5)
    assert (np.diff(sureness) <= 0).all()
    wrong = (evaluation.positive > 0.5) != (evaluation.labels > 0.5)
    assert sureness[-1] >= np.sort(np.abs(evaluation.positive[wrong] - 0.5))[-10]
