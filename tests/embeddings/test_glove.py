import numpy as np
import pytest
import torch
from scipy.sparse import csr_array

from seqviz.embeddings.cooccurrence import cooccurrence_of_sentences
from seqviz.embeddings.glove import AdaGrad, train_glove
from seqviz.embeddings.glove_objective import GloveConfig, GloveModel
from seqviz.embeddings.progress import VectorsDivergedError
from tests.embeddings.worked_example import MATRIX, SENTENCES, VOCABULARY


def squares_of(parameters, error, weights):
    """1 plus the sum over cells of the squared half gradient, cell by cell."""
    totals = [torch.ones_like(p) for p in parameters]
    for cell in range(len(error)):
        gradients = torch.autograd.grad(weights[cell] * error[cell] ** 2 / 2, parameters, retain_graph=True)
        for total, gradient in zip(totals, gradients, strict=True):
            total += gradient**2
    return totals


def test_training_lowers_the_loss_and_fits_the_logarithms():
    counts = cooccurrence_of_sentences(SENTENCES * 20, VOCABULARY, 2)
    config = GloveConfig(dim=8, epochs=800, x_max=10, learning_rate=0.2)
    reports = [(p.loss, p.fraction) for p, _ in train_glove(csr_array(counts), config)]
    assert reports[-1][0] < 0.01 * reports[0][0]
    assert reports[-1][1] == 1.0


def test_with_a_pseudocount_pairs_that_never_meet_are_fitted_too():
    config = GloveConfig(dim=8, epochs=800, x_max=1, learning_rate=0.2, pseudocount=0.3)
    *_, (_, model) = train_glove(csr_array(np.array(MATRIX, dtype=float)), config)
    fitted = model.focus @ model.context.T + model.focus_bias + model.context_bias.T
    np.testing.assert_allclose(fitted.numpy(), np.log(np.array(MATRIX) + 0.3), atol=0.1)


def test_no_pair_at_all_is_said_in_a_sentence():
    with pytest.raises(ValueError, match="No two words"):
        list(train_glove(csr_array((3, 3)), GloveConfig()))


def test_a_learning_rate_that_is_far_too_high_ends_in_a_sentence():
    config = GloveConfig(dim=4, epochs=40, learning_rate=1e25)
    with pytest.raises(VectorsDivergedError, match="too high"):
        list(train_glove(csr_array(np.array(MATRIX, float)), config))


def trained_plainly(counts, config):
    """GloVe's published objective, halved, by autograd and AdaGrad, one number's steps after another's.

    Each cell is given vectors of its own to tell its gradient from the others', as AdaGrad squares them one by one.
    """
    model = GloveModel.random(len(counts), config.dim, config.seed)
    tables = [p.double() for p in (model.focus, model.context, model.focus_bias, model.context_bias)]
    rows, columns = (torch.from_numpy(ids) for ids in np.nonzero(counts))
    cells = torch.from_numpy(counts[rows, columns].astype(float))
    weights = (cells / config.x_max).clamp(max=1.0) ** config.alpha
    squares, losses = [torch.ones_like(table) for table in tables], []
    for _ in range(config.epochs):
        places = (rows, columns, rows, columns)
        own = [table[place].requires_grad_() for table, place in zip(tables, places, strict=True)]
        dots = (own[0] * own[1]).sum(1) + own[2][:, 0] + own[3][:, 0]
        loss = (weights * (dots - cells.log()) ** 2).sum()
        losses.append(loss.item() / len(cells))
        gradients = torch.autograd.grad(loss / 2, own)
        for table, place, square, gradient in zip(tables, places, squares, gradients, strict=True):
            square.index_add_(0, place, gradient**2)
            table.index_add_(0, place, -config.learning_rate * gradient / square[place].sqrt())
    return tables, losses


def test_training_is_that_of_a_plain_trainer():
    counts = cooccurrence_of_sentences(SENTENCES * 3, VOCABULARY, 3, distance_weighting=True)
    config = GloveConfig(dim=4, epochs=40, x_max=5, alpha=0.6, learning_rate=0.1, seed=2)
    tables, losses = trained_plainly(counts, config)
    reports = [(progress.fraction, progress.loss) for progress, _ in train_glove(csr_array(counts), config)]
    *_, (last, model) = train_glove(csr_array(counts), config)
    assert [loss for _, loss in reports] == pytest.approx(losses, rel=1e-4)
    assert [fraction for fraction, _ in reports] == pytest.approx(np.arange(1, 41) / 40)
    assert losses[-1] < 0.5 * losses[0]
    ours = (model.focus, model.context, model.focus_bias, model.context_bias)
    for found, expected in zip(ours, tables, strict=True):
        torch.testing.assert_close(found.double(), expected, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(last.vectors, (tables[0] + tables[1]).numpy(), rtol=1e-3, atol=1e-4)


def test_an_update_of_float64_is_autograds_to_the_last_digit():
    tables = GloveModel.random(5, 3, seed=1)
    model = GloveModel(*(p.double() + 0.3 for p in vars(tables).values()))
    rows, columns = torch.tensor([0, 2, 2]), torch.tensor([1, 1, 3])
    logs, weights = torch.tensor([0.5, 1.0, -0.3]).double(), torch.tensor([1.0, 0.4, 0.7]).double()
    before = [p.clone().requires_grad_() for p in vars(model).values()]
    error = (before[0][rows] * before[1][columns]).sum(1) + before[2][rows, 0] + before[3][columns, 0] - logs
    loss = (weights * error**2).sum()
    gradients = torch.autograd.grad(loss, before, retain_graph=True)
    squares = squares_of(before, error, weights)
    assert AdaGrad(model, 0.1).update(rows, columns, logs, weights) == pytest.approx(loss.item(), rel=1e-12)
    for old, new, gradient, square in zip(before, vars(model).values(), gradients, squares, strict=True):
        torch.testing.assert_close(
            new, old.detach() - 0.1 * gradient / 2 / square.sqrt(), rtol=1e-10, atol=1e-12
        )
