"""A fourth cell, defined here alone: it trains, is read, has its gradients and its script.

The minimal gated unit has one gate, which both lets the past into the candidate and makes room for it.
Source: Zhou, Wu, Zhang & Zhou 2016, Minimal Gated Unit for Recurrent Neural Networks.
"""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.cost import expected_seconds
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.export.code import code_of
from seqviz.models.cells.kind import CellKind
from seqviz.models.cells.registry import CELLS, UnknownCellError, cell_named, register, unregister
from seqviz.models.cells.values import identity
from seqviz.models.initial import initial_weights
from seqviz.models.inspect.arithmetic import unit_step, worked_out
from seqviz.models.inspect.backward import way_back
from seqviz.models.inspect.gates import recover
from seqviz.models.inspect.gradients import GradientSetting, measure_gradients
from seqviz.models.inspect.surgery import Clamp, Surgery, operate
from seqviz.models.language import LanguageNet
from seqviz.models.numpy_inference import NetStepper
from seqviz.models.sentiment import count_parameters
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.experiment import ConfigError, from_config, to_config
from seqviz.runs.registry import train
from tests.export.executed import run_script, unpacked
from tests.models.nets import generator, padded_batch, small_net, small_stack


def mgu_step(x, before, weights, hook=identity):
    r"""One step of the minimal gated unit.

    $$f_t = \sigma(W_f x_t + b_f + U_f h_{t-1} + b'_f)$$
    $$n_t = \tanh(W_n x_t + b_n + U_n (f_t \odot h_{t-1}) + b'_n)$$
    $$h_t = (1 - f_t) \odot h_{t-1} + f_t \odot n_t$$
    """
    W, U, b, b_ = weights.tensors()
    x_f, x_n = (x @ W.T + b).chunk(2, dim=-1)
    (U_f, U_n), (b_f, b_n) = U.chunk(2), b_.chunk(2)
    h = before["hidden_state"]
    f = hook("forget_gate", torch.sigmoid(x_f + h @ U_f.T + b_f))
    n = hook("candidate", torch.tanh(x_n + (f * h) @ U_n.T + b_n))
    return {"forget_gate": f, "candidate": n, "hidden_state": hook("hidden_state", (1 - f) * h + f * n)}


MGU = CellKind(
    name="mgu",
    blocks=("forget_gate", "candidate"),
    gates=("forget_gate", "candidate", "hidden_state"),
    step=mgu_step,
    gated_state={"candidate": "forget_gate"},
    in_numbers={
        "hidden_state": (
            r"h &= (1 - f) \cdot h_{-1} + f \cdot n",
            r"&= (1 - «forget_gate») \cdot («hidden_state₋₁») + «forget_gate» \cdot («candidate»)",
        )
    },
)


@pytest.fixture(autouse=True)
def registered():
    register(MGU)
    yield
    unregister("mgu")


def by_hand(x, weights):
    """Read one text (length, input_size) in NumPy, written down once more; return gates, candidates and states."""
    W, U, b, b_ = (tensor.detach().double().numpy() for tensor in weights.tensors())
    size, h, rows = U.shape[1], np.zeros(U.shape[1]), []
    for row in x.detach().double().numpy():
        f = 1 / (1 + np.exp(-(W[:size] @ row + b[:size] + U[:size] @ h + b_[:size])))
        n = np.tanh(W[size:] @ row + b[size:] + U[size:] @ (f * h) + b_[size:])
        h = h + f * (n - h)
        rows.append((f, n, h))
    return [np.array(each) for each in zip(*rows, strict=True)]


SMALL = {
    "cell": "mgu",
    "embedding_dim": 8,
    "hidden_sizes": (8,),
    "num_epochs": 1,
    "batch_size": 64,
    "max_length": 20,
}


@pytest.fixture(scope="module")
def trained():
    """The events of a short training on the reviews that come with the app."""
    register(MGU)
    try:
        return list(train(SentimentExperiment(**SMALL, learning_rate=0.03)))
    finally:
        unregister("mgu")


def test_it_trains_on_the_bundled_reviews_and_learns(trained):
    losses = [
        event.values["validation_loss"]
        for event in trained
        if isinstance(event, Metrics) and "validation_loss" in event.values
    ]
    assert losses[-1] < 0.9 * losses[0]
    assert trained[-1].result["accuracy"] > 0.6


def test_its_run_is_counted_by_formula(trained):
    finished = trained[-1]
    vocabulary = len(finished.extras["vocabulary"])
    count = count_parameters(vocabulary, 8, "mgu", (8,))
    assert count.recurrent == (2 * (8 * (8 + 8) + 2 * 8),)
    assert finished.result["parameters"] == count.total


def test_a_trained_one_reads_a_sentence_gate_by_gate(trained):
    finished = trained[-1]
    experiment = SentimentExperiment(**SMALL, learning_rate=0.03)
    reader = SentimentReader.from_run(to_config(experiment), finished.extras, finished.weights)
    text = reader.encode("The film was not good.")
    gates = reader.trace(text).layers[0].gates
    vectors = reader.net.vectors(torch.as_tensor(text.token_ids).unsqueeze(0))[0]
    expected = by_hand(vectors, reader.net.recurrent.weights(0, "forward"))
    assert tuple(gates) == MGU.gates
    for found, values in zip(gates.values(), expected, strict=True):
        np.testing.assert_allclose(found, values, atol=2e-6)


def test_its_gates_are_read_back_as_stepping_gives_them_in_padded_batches():
    stack, (inputs, lengths) = small_stack("mgu").double(), padded_batch()
    inputs = inputs.double()
    found = recover(stack, inputs, lengths)
    for text, length in enumerate(lengths.tolist()):
        for layer in found[:2]:  # of the first layer, which reads the inputs
            rows = inputs[text, :length] if layer.direction == "forward" else inputs[text, :length].flip(0)
            expected = by_hand(rows, stack.weights(0, layer.direction))
            for name, values in zip(MGU.gates, expected, strict=True):
                values = values if layer.direction == "forward" else values[::-1]
                np.testing.assert_allclose(layer.gates[name][text, :length], values, rtol=0, atol=1e-10)
                assert not layer.gates[name][text, length:].any()


def test_its_way_back_is_autograds():
    weights = initial_weights("mgu", 4, 5, generator(), torch.float64)
    rows = torch.randn(7, 3, 4, generator=generator(1), dtype=torch.float64).requires_grad_()
    loss = torch.randn(3, 5, generator=generator(2), dtype=torch.float64)
    leaves = torch.zeros(7, 3, 5, dtype=torch.float64, requires_grad=True)
    values = {"hidden_state": torch.zeros(3, 5, dtype=torch.float64)}
    for row, leaf in zip(rows, leaves, strict=True):
        values = mgu_step(
            row, values, weights, lambda name, v, leaf=leaf: v + leaf if name == "hidden_state" else v
        )
    by_state, by_input = torch.autograd.grad((values["hidden_state"] * loss).sum(), [leaves, rows])
    back = way_back("mgu", rows.detach(), weights, loss)
    torch.testing.assert_close(back.hidden_states, by_state, rtol=0, atol=1e-12)
    torch.testing.assert_close(back.inputs(weights), by_input, rtol=0, atol=1e-12)


def test_its_gradient_curves_are_those_of_torchs_jacobian():
    setting = GradientSetting("mgu", length=9, hidden_size=5, input_size=4, batch=2)
    curves, weights = measure_gradients(setting), setting.weights()
    last = lambda x: cell_named("mgu").read_step_by_step(x, weights)["hidden_state"][0, -1]  # noqa: E731
    jacobian = torch.autograd.functional.jacobian(last, setting.inputs()[:1])  # (unit, 1, t, input)
    np.testing.assert_allclose(curves.influence, jacobian.square().sum((0, 1, 3)).sqrt().numpy(), rtol=1e-9)
    assert curves.hidden_state[-1] == pytest.approx(1.0)
    assert curves.cell_state is None


@pytest.mark.parametrize("unit", range(4))
def test_one_units_sheet_gives_the_nets_values_to_the_shown_digits(unit):
    net, ids = small_net("mgu", (4,)), np.array([4, 7, 1, 3])
    found = operate(net, ids, ("a", "b", "c", "d"), Surgery()).trace
    step = unit_step(net, ids, found, 0, "forward", unit, 2)
    written = worked_out("mgu", step.sums, step.before, step.decimals)
    for name, value in step.values.items():
        assert round(written[name], step.shown) == round(value, step.shown)


def test_surgery_holds_its_gate():
    net, ids = small_net("mgu", (4,)), [4, 7, 1]
    shut = operate(net, ids, ("a", "b", "c"), Surgery((Clamp("forget_gate", 0.0),))).trace
    assert not shut.layers[0].gates["hidden_state"].any()  # nothing is ever let in


def test_a_language_model_of_it_is_sampled_as_it_was_trained():
    net = LanguageNet(9, 6, "mgu", (5, 4))
    stepper = NetStepper("mgu", {name: value.numpy() for name, value in net.state_dict().items()})
    ids, state = [3, 1, 8, 2], stepper.start()
    for symbol in ids:
        logits, state = stepper.step(state, symbol)
    with torch.no_grad():
        states = net.recurrent(net.embedding(torch.tensor([ids])))[-1][0]
    np.testing.assert_allclose(logits, net.output(states[0, -1]).detach().numpy(), atol=1e-5)


REVIEWS = [("A fine and moving film, truly good.", 1), ("Dull, slow and not good at all.", 0)]
TINY = {"cell": "mgu", "embedding_dim": 6, "hidden_sizes": (5,), "num_epochs": 1, "batch_size": 8}
SCRIPTS = {
    "one layer": lambda folder: SentimentExperiment(corpus=str(folder / "reviews.csv"), **TINY),
    "both directions": lambda folder: SentimentExperiment(
        corpus=str(folder / "reviews.csv"),
        **TINY | {"hidden_sizes": (5, 4)},
        bidirectional=True,
        pooling="last",
    ),
    "language model": lambda folder: LanguageModelExperiment(
        corpus=str(folder / "text.txt"), **TINY, sequence_length=16
    ),
    "translation": lambda folder: TranslationExperiment(
        cell="mgu", hidden_size=8, embedding_dim=6, num_pairs=120, num_epochs=1, max_length=12
    ),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_its_pytorch_script_holds_the_cell_and_reaches_the_runs_loss(name, tmp_path, monkeypatch, capsys):
    rows = [f'"{text} {k % 7}",{label}' for k in range(30) for text, label in REVIEWS]
    (tmp_path / "reviews.csv").write_text("review,sentiment\n" + "\n".join(rows))
    (tmp_path / "text.txt").write_text("the cat sat on the mat.\nthe dog ran to the cat.\n" * 30)
    experiment = SCRIPTS[name](tmp_path)
    finished = list(train(experiment))[-1]
    assert isinstance(finished, Finished)
    folder = unpacked(experiment, tmp_path)
    save_file(finished.weights, folder / "weights.safetensors")
    assert "def mgu_step" in (folder / "train.py").read_text()
    expected = pytest.approx(finished.result["loss"], rel=1e-4)
    for arguments in ([], [folder / "weights.safetensors"]):
        printed = run_script(folder / "train.py", monkeypatch, capsys, *arguments)
        assert float(re.search(r"validation: loss ([\d.]+)", printed)[1]) == expected
        assert (
            int(re.search(r"([\d,]+) parameters", printed)[1].replace(",", ""))
            == finished.result["parameters"]
        )


def test_the_comparison_of_all_cells_trains_it_beside_the_others_here_and_in_its_script(
    tmp_path, monkeypatch, capsys
):
    experiment = RecallExperiment(longest_lag=4, hidden_size=4, batch_size=4, num_steps=20)
    arms = list(train(experiment))[-1].result["arms"]
    assert {arm.split()[0] for arm in arms} == {"rnn", "lstm", "gru", "mgu"}
    (tmp_path / "train.py").write_text(code_of(experiment).pytorch)
    printed = run_script(tmp_path / "train.py", monkeypatch, capsys)
    for name, measured in arms.items():
        loss = float(re.search(rf"{name}: .*loss ([\d.]+)", printed)[1])
        assert loss == pytest.approx(measured["train_loss"], rel=1e-4)


def test_where_keras_has_no_such_layer_the_script_says_so():
    script = code_of(SentimentExperiment(cell="mgu")).keras
    with pytest.raises(SystemExit, match="Keras has no layer of the cell MGU"):
        exec(script, {})


def test_a_config_names_it_while_it_is_registered_and_no_longer():
    config = {"cell": "mgu"}
    assert from_config(SentimentExperiment, config).cell == "mgu"
    assert expected_seconds(SentimentExperiment(cell="mgu")) > 0
    unregister("mgu")
    try:
        with pytest.raises(ConfigError, match="needs one of rnn, lstm, gru, not 'mgu'"):
            from_config(SentimentExperiment, config)
        with pytest.raises(UnknownCellError, match="one of rnn, lstm, gru, but it is 'mgu'"):
            cell_named("mgu")
    finally:
        register(MGU)


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="already a cell named 'mgu'"):
        register(MGU)
    assert list(CELLS) == ["rnn", "lstm", "gru", "mgu"]
