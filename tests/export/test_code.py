"""The exported scripts are executed: the same seed has to reach the same loss."""

from __future__ import annotations

import json
import re
import sys

import pytest
from safetensors.numpy import save_file

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.export.code import code_of, notebook
from seqviz.runs.events import Finished
from seqviz.runs.registry import train
from tests.export.executed import run_keras_script, run_script, unpacked

REVIEWS = [("A fine and moving film, truly good.", 1), ("Dull, slow and not good at all.", 0),
           ("I loved it <br /> from start to end!", 1), ("I didn't like the plot; a bad film.", 0)]  # fmt: skip
LINES = "the cat sat on the mat.\nthe dog ran to the cat.\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    rows = [f'"{text} {k % 7}",{label}' for k in range(30) for text, label in REVIEWS]
    (folder / "reviews.csv").write_text("review,sentiment\n" + "\n".join(rows))
    (folder / "text.txt").write_text(LINES * 40)
    return folder


SENTIMENT = {"embedding_dim": 6, "hidden_sizes": (5,), "num_epochs": 1, "batch_size": 8, "max_length": 9}
LANGUAGE = {"embedding_dim": 6, "hidden_sizes": (8,), "num_epochs": 1, "batch_size": 4, "sequence_length": 16}
TRANSLATION = {"hidden_size": 8, "embedding_dim": 6, "num_pairs": 120, "num_epochs": 1, "max_length": 12}
EXPERIMENTS = {
    "lstm": lambda data: SentimentExperiment(corpus=str(data / "reviews.csv"), **SENTIMENT),
    "bigru": lambda data: SentimentExperiment(
        corpus=str(data / "reviews.csv"),
        **SENTIMENT | {"hidden_sizes": (5, 4), "cell": "gru", "bidirectional": True, "pooling": "last"},
        dropout=0.3,
        dropout_before_output=False,
    ),
    "stacked": lambda data: SentimentExperiment(
        corpus=str(data / "reviews.csv"),
        **SENTIMENT | {"hidden_sizes": (5, 4), "pooling": "last"},
        dropout=0.3,
        dropout_before_output=False,
    ),
    "rnn": lambda data: SentimentExperiment(
        corpus=str(data / "reviews.csv"),
        **SENTIMENT | {"cell": "rnn", "pooling": "mean", "keep": "first", "optimizer": "sgd", "dropout": 0.3},
        schedule="one-cycle",
        stretches=0.5,
    ),
    "translation": lambda data: TranslationExperiment(**TRANSLATION),
    "attention": lambda data: TranslationExperiment(
        **TRANSLATION, cell="lstm", attention="dot", teacher_forcing=0.5, dropout=0.3, schedule="one-cycle"
    ),
    "no attention": lambda data: TranslationExperiment(**TRANSLATION, cell="rnn", attention="none"),
    "characters": lambda data: LanguageModelExperiment(
        corpus=str(data / "text.txt"), **LANGUAGE, dropout=0.3, schedule="one-cycle"
    ),
    "words": lambda data: LanguageModelExperiment(
        corpus=str(data / "text.txt"), unit="words", cell="gru", vocabulary_size=11, **LANGUAGE
    ),
}


def numbers(printed):
    loss = float(re.search(r"validation: loss ([\d.]+)", printed)[1])
    return loss, int(re.search(r"([\d,]+) parameters", printed)[1].replace(",", ""))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_pytorch_script_reaches_the_runs_loss_and_loads_its_weights(
    name, data, tmp_path, monkeypatch, capsys
):
    experiment = EXPERIMENTS[name](data)
    finished = list(train(experiment))[-1]
    assert isinstance(finished, Finished)
    folder = unpacked(experiment, tmp_path)
    save_file(finished.weights, folder / "weights.safetensors")
    expected = (pytest.approx(finished.result["loss"], rel=1e-4), finished.result["parameters"])
    assert numbers(run_script(folder / "train.py", monkeypatch, capsys)) == expected
    loaded = run_script(folder / "train.py", monkeypatch, capsys, folder / "weights.safetensors")
    assert numbers(loaded) == expected


@pytest.mark.parametrize("name", ["lstm", "words"])
def test_the_notebook_holds_the_script_cell_by_cell(name, data):
    script = code_of(EXPERIMENTS[name](data))["PyTorch"]
    cells = json.loads(notebook(script))["cells"]
    assert cells[0]["cell_type"] == "markdown"
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert [line for line in script.splitlines() if line and not line.startswith("# %%")][-1] in code
    compile(code, "notebook", "exec")
    assert len({cell["id"] for cell in cells}) == len(cells)


def test_the_notebook_runs(data, tmp_path, monkeypatch, capsys):
    experiment = EXPERIMENTS["words"](data)
    folder = unpacked(experiment, tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["notebook"])
    names = {}
    for cell in json.loads((folder / "notebook.ipynb").read_text())["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), "notebook", "exec"), names)
    assert "validation: loss" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["lstm", "bigru", "rnn", "characters", "translation", "attention", "no attention"]
)
def test_the_keras_script_has_the_same_layers_and_all_parameters_but_the_second_bias(
    name, data, tmp_path, monkeypatch, capsys
):
    experiment = EXPERIMENTS[name](data)
    folder = unpacked(experiment, tmp_path)
    shorter = {"epochs=1,": "epochs=1, steps_per_epoch=2,"}
    names = run_keras_script(folder / "train_keras.py", monkeypatch, capsys, **shorter)
    finished = list(train(experiment))[-1]
    second_biases = sum(
        value.size
        for weight, value in finished.weights.items()
        if "bias_hh" in weight and experiment.cell != "gru"
    )
    assert names["model"].count_params() == finished.result["parameters"] - second_biases
    kinds = [type(layer).__name__ for layer in names["model"].layers]
    recurrent = {"lstm": "LSTM", "gru": "GRU", "rnn": "SimpleRNN"}[experiment.cell]
    wanted = "Bidirectional" if getattr(experiment, "bidirectional", False) else recurrent
    if name in ("rnn", "bigru"):  # with dropout: before the output, or between the two layers
        assert kinds.count("Dropout") == 1
    assert kinds.count(wanted) == (2 if experiment.kind == "translation" else len(experiment.hidden_sizes))
