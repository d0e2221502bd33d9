import numpy as np
import pytest
import torch
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss
from torch.nn.functional import binary_cross_entropy_with_logits

from seqviz.experiments.sentiment.evaluation import BATCH_SIZE, Evaluation, evaluate, evaluate_in_batches
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.encoding import EncodedTexts


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


def test_texts_are_read_in_batches_whose_share_is_told_and_each_answer_belongs_to_its_text():
    net = SentimentNet(12, 3, "gru", (4,), dropout=0.5, generator=torch.Generator().manual_seed(0))
    rng = np.random.default_rng(1)
    ids = tuple(rng.integers(1, 12, rng.integers(1, 9)) for _ in range(300))
    texts = EncodedTexts(ids, rng.integers(0, 2, 300).astype(np.float32))
    assert list(evaluate_in_batches(net, texts)) == [BATCH_SIZE / 300, 1.0]
    found = evaluate(net, texts)
    assert net.training
    net.eval()
    for k in (0, 7, 299):
        with torch.no_grad():
            alone = net(torch.from_numpy(ids[k])[None], torch.tensor([len(ids[k])]))
        assert found.logits[k] == pytest.approx(alone.item(), abs=1e-6)
    assert found.labels is texts.labels
