import numpy as np
import pytest
import torch
from torch.nn.functional import logsigmoid

from seqviz.embeddings.one_update import sigmoid, update_pair


def tables(dim=4):
    rng = np.random.default_rng(0)
    return rng.normal(size=(6, dim)), rng.normal(size=(6, dim))


def test_the_step_is_minus_the_learning_rate_times_autograds_gradient():
    inputs, outputs = tables()
    update = update_pair(inputs, outputs, 0, 1, [2, 3], 0.1)
    v = torch.tensor(inputs[0], requires_grad=True)
    u = torch.tensor(outputs[[1, 2, 3]], requires_grad=True)
    loss = -logsigmoid(u[0] @ v) - logsigmoid(-(u[1:] @ v)).sum()
    loss.backward()
    assert update.loss_before == pytest.approx(loss.item(), rel=1e-12)
    np.testing.assert_allclose(update.focus_after - update.focus_before, -0.1 * v.grad, rtol=1e-10)
    np.testing.assert_allclose(update.others_after - update.others_before, -0.1 * u.grad, rtol=1e-10)


def test_the_context_is_pulled_and_the_noise_pushed():
    update = update_pair(*tables(), 0, 1, [2, 3, 4], 0.05)
    context, *noise = update.decisions
    assert context.pull > 0 and context.probability_after > context.probability
    assert all(decision.pull < 0 for decision in noise)
    assert update.loss_after < update.loss_before


def test_the_tables_stay_as_they_were():
    inputs, outputs = tables()
    before = inputs.copy(), outputs.copy()
    update_pair(inputs, outputs, 0, 1, [2], 0.5)
    np.testing.assert_array_equal(inputs, before[0])
    np.testing.assert_array_equal(outputs, before[1])


def test_the_context_word_is_no_noise():
    with pytest.raises(ValueError, match="own noise"):
        update_pair(*tables(), 0, 1, [1], 0.1)


def test_the_sigmoid_does_not_overflow():
    np.testing.assert_array_equal(sigmoid(np.array([-1e9, 0.0, 1e9])), [0.0, 0.5, 1.0])
