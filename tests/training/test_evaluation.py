import numpy as np
import pytest
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss

from seqviz.training.evaluation import Evaluation


@pytest.fixture
def evaluation():
    generator = np.random.default_rng(0)
    return Evaluation(generator.random(200), generator.integers(0, 2, 200).astype(np.float32))


def test_accuracy_loss_and_confusion_equal_scikit_learn(evaluation):
    predicted = evaluation.positive > 0.5
    assert evaluation.accuracy == accuracy_score(evaluation.labels, predicted)
    assert evaluation.loss == pytest.approx(log_loss(evaluation.labels, evaluation.positive), rel=1e-9)
    assert evaluation.confusion == confusion_matrix(evaluation.labels, predicted).tolist()


def test_the_most_confident_mistakes_are_mistakes_and_the_surest_come_first(evaluation):
    mistakes = evaluation.most_confident_mistakes(10)
    assert len(mistakes) == 10
    assert all((evaluation.positive[mistakes] > 0.5) != (evaluation.labels[mistakes] > 0.5))
    sureness = np.abs(evaluation.positive[mistakes] - 0.5)
    assert (np.diff(sureness) <= 0).all()
    wrong = (evaluation.positive > 0.5) != (evaluation.labels > 0.5)
    assert sureness[-1] >= np.sort(np.abs(evaluation.positive[wrong] - 0.5))[-10]
