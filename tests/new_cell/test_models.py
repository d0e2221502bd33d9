"""A cell that is defined in a test alone is read, has its gradients and its arithmetic, and is sampled."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.cost import expected_seconds
from seqviz.models.cells.registry import CELLS, UnknownCellError, cell_named, register, unregister
from seqviz.models.handmade_net import light_switch
from seqviz.models.initial import initial_weights, with_weight_scale
from seqviz.models.inspect.arithmetic import unit_step, worked_out
from seqviz.models.inspect.backward import backward_through_time
from seqviz.models.inspect.gates import recover, trace
from seqviz.models.inspect.gradients import GradientSetting, measure_gradients
from seqviz.models.inspect.surgery import Clamp, Surgery, operate
from seqviz.models.language import LanguageNet
from seqviz.models.numpy_inference import NetStepper
from seqviz.runs.experiment import ConfigError, from_config
from tests.models.cells.layers import gradients
from tests.models.nets import generator, padded_batch, small_net, small_stack
from tests.new_cell.cells import MGU, NEW, PEEPHOLE, by_hand, known


@pytest.fixture(autouse=True)
def registered():
    with known(*NEW.values()):
        yield


@pytest.mark.parametrize("cell", NEW)
def test_its_gates_are_read_back_as_stepping_gives_them_in_padded_batches(cell):
    stack, (inputs, lengths) = small_stack(cell).double(), padded_batch()
    inputs = inputs.double()
    found = recover(stack, inputs, lengths)
    for text, length in enumerate(lengths.tolist()):
        for layer in found[:2]:  # of the first layer, which reads the inputs
            rows = inputs[text, :length] if layer.direction == "forward" else inputs[text, :length].flip(0)
            expected = by_hand(cell, rows, stack.weights(0, layer.direction))
            assert tuple(layer.gates) == tuple(expected)
            for name, values in expected.items():
                values = values if layer.direction == "forward" else values[::-1]
                np.testing.assert_allclose(layer.gates[name][text, :length], values, rtol=0, atol=1e-10)
                assert not layer.gates[name][text, length:].any()


@pytest.mark.parametrize("cell", NEW)
def test_every_weight_learns_what_autograd_says_of_the_equations(cell):
    stack = small_stack(cell, (5,), bidirectional=False).double()
    rows = torch.randn(6, 4, generator=generator(1), dtype=torch.float64)
    stack(rows.unsqueeze(0))[0][0][0, -1].sum().backward()
    step = 1e-6
    for name, parameter in stack.named_parameters():
        changed = parameter.detach().flatten()[0].item()
        sums = []
        for moved in (changed + step, changed - step):
            with torch.no_grad():
                parameter.view(-1)[0] = moved
            sums.append(by_hand(cell, rows, stack.weights(0, "forward"))["hidden_state"][-1].sum())
            with torch.no_grad():
                parameter.view(-1)[0] = changed
        slope = (sums[0] - sums[1]) / (2 * step)
        assert parameter.grad.view(-1)[0].item() == pytest.approx(slope, rel=1e-5, abs=1e-9), name
        assert slope != 0, name


@pytest.mark.parametrize("cell", NEW)
def test_its_backward_pass_is_autograds(cell):
    kind, weights = NEW[cell], initial_weights(cell, 4, 5, generator(), torch.float64)
    rows = torch.randn(6, 3, 4, generator=generator(1), dtype=torch.float64)
    loss = torch.randn(3, 5, generator=generator(2), dtype=torch.float64)
    by_state, by_input = gradients(kind.step, rows, weights, kind.states, loss)
    back = backward_through_time(cell, rows, weights, loss)
    torch.testing.assert_close(back.hidden_states, by_state["hidden_state"], rtol=0, atol=1e-12)
    torch.testing.assert_close(back.inputs(weights), by_input, rtol=0, atol=1e-12)
    if kind.has_memory:
        torch.testing.assert_close(back.cell_states, by_state["cell_state"], rtol=0, atol=1e-12)


@pytest.mark.parametrize("cell", NEW)
def test_its_gradient_curves_are_those_of_torchs_jacobian(cell):
    setting = GradientSetting(cell, length=9, hidden_size=5, input_size=4, batch=2, weight_scale=1.5)
    curves, weights = measure_gradients(setting), setting.weights()
    last = lambda x: cell_named(cell).read_step_by_step(x, weights)["hidden_state"][0, -1]  # noqa: E731
    jacobian = torch.autograd.functional.jacobian(last, setting.inputs()[:1])  # (unit, 1, t, input)
    np.testing.assert_allclose(curves.influence, jacobian.square().sum((0, 1, 3)).sqrt().numpy(), rtol=1e-9)
    assert curves.hidden_state[-1] == pytest.approx(1.0)
    assert (curves.cell_state is None) == (not NEW[cell].has_memory)


def test_a_scale_reaches_every_weight_and_no_bias():
    weights = initial_weights("peephole", 4, 5, generator())
    scaled = with_weight_scale(weights, 2.0)
    for name, peephole in weights.further.items():
        assert torch.equal(scaled.further[name], 2 * peephole)
    assert torch.equal(scaled.bias_hh, weights.bias_hh)


@pytest.mark.parametrize("cell", NEW)
@pytest.mark.parametrize("unit", range(4))
def test_one_units_sheet_gives_the_nets_values_to_the_shown_digits(cell, unit):
    net, ids = small_net(cell, (4,)), np.array([4, 7, 1, 3])
    found = operate(net, ids, ("a", "b", "c", "d"), Surgery()).trace
    step = unit_step(net, ids, found, 0, "forward", unit, 2)
    written = worked_out(cell, step.sums, step.before, step.decimals)
    for name, value in step.values.items():
        assert round(written[name], step.shown) == round(value, step.shown)


def test_surgery_holds_its_gate():
    net, ids = small_net("mgu", (4,)), [4, 7, 1]
    shut = operate(net, ids, ("a", "b", "c"), Surgery((Clamp("forget_gate", 0.0),))).trace
    assert not shut.layers[0].gates["hidden_state"].any()  # nothing is ever let in


def test_what_a_peephole_sees_is_the_state_that_surgery_holds():
    net, ids = small_net("peephole", (4,)), [4, 7]
    found = operate(net, ids, ("a", "b"), Surgery((Clamp("cell_state", 1.0),))).trace.layers[0].gates
    plain = operate(net, ids, ("a", "b"), Surgery()).trace.layers[0].gates
    assert (found["input_gate"][0] == plain["input_gate"][0]).all()  # before the first token there is nothing
    assert (found["output_gate"][0] != plain["output_gate"][0]).all()
    assert (found["input_gate"][1] != plain["input_gate"][1]).all()


@pytest.mark.parametrize("cell", NEW)
def test_a_language_model_of_it_is_sampled_as_it_was_trained(cell):
    net = LanguageNet(9, 6, cell, (5, 4))
    stepper = NetStepper(cell, {name: value.numpy() for name, value in net.state_dict().items()})
    ids, state = [3, 1, 8, 2], stepper.start()
    for symbol in ids:
        logits, state = stepper.step(state, symbol)
    with torch.no_grad():
        states = net.recurrent(net.embedding(torch.tensor([ids])))[-1][0]
    np.testing.assert_allclose(logits, net.output(states[0, -1]).detach().numpy(), atol=1e-5)


def test_a_net_of_it_set_by_hand_counts_as_the_lstm_does_with_every_peephole_shut():
    memories = [
        trace(light_switch(cell), [2, 1, 2, 3], list("abcd")).layers[0].gates["cell_state"]
        for cell in ("lstm", "peephole")
    ]
    np.testing.assert_allclose(*memories, atol=1e-6)


def test_a_config_names_it_while_it_is_registered_and_no_longer():
    config = {"cell": "mgu"}
    assert from_config(SentimentExperiment, config).cell == "mgu"
    assert expected_seconds(SentimentExperiment(cell="mgu")) > 0
    unregister("mgu")
    try:
        with pytest.raises(ConfigError, match="needs one of rnn, lstm, gru.*, not 'mgu'"):
            from_config(SentimentExperiment, config)
        with pytest.raises(UnknownCellError, match="one of rnn, lstm, gru.*, but it is 'mgu'"):
            cell_named("mgu")
    finally:
        register(MGU)


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="already a cell named 'peephole'"):
        register(PEEPHOLE)
    assert set(NEW) < set(CELLS)
