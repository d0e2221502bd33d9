"""The exported word-vector trainings are executed: the vectors have to be those of the app."""

from __future__ import annotations

import re

import numpy as np
import pytest
from safetensors.numpy import save_file

from seqviz.experiments.word_vectors.config import METHODS, WordVectorsExperiment
from seqviz.runs.events import Finished
from seqviz.runs.registry import train
from tests.export.executed import run_keras_script, run_script, unpacked

LINES = "The king sees the queen.\nA dog runs to the cat, and the cat runs!\n\nThe queen sees the dog.\n"


EXPERIMENTS = {method: {"method": method} for method in METHODS} | {
    "glove, empty cells too": {"method": "glove", "full_count": 10.0, "pseudocount": 0.3}
}


@pytest.fixture(params=EXPERIMENTS)
def experiment(request, tmp_path):
    (tmp_path / "text.txt").write_text(LINES * 30)
    small = {"dim": 6, "window": 2, "num_epochs": 2, "subsample": 0.05}
    return WordVectorsExperiment(corpus=str(tmp_path / "text.txt"), **small, **EXPERIMENTS[request.param])


def finished_run(experiment):
    return next(event for event in train(experiment) if isinstance(event, Finished))


def read_vectors(folder):
    rows = [line.split(" ") for line in (folder / "vectors.txt").read_text().splitlines()[1:]]
    return [row[0] for row in rows], np.array([row[1:] for row in rows], np.float32)


def test_the_pytorch_script_learns_the_apps_vectors_and_loads_them(experiment, tmp_path, monkeypatch, capsys):
    finished = finished_run(experiment)
    folder = unpacked(experiment, tmp_path)
    assert "seqviz." not in (folder / "train.py").read_text()
    save_file(finished.weights, folder / "weights.safetensors")
    printed = run_script(folder / "train.py", monkeypatch, capsys)
    loss = float(re.search(r"loss ([\d.]+) after", printed)[1])
    assert loss == pytest.approx(finished.result["loss"], rel=1e-4)
    trained = read_vectors(folder)
    run_script(folder / "train.py", monkeypatch, capsys, folder / "weights.safetensors")
    for words, vectors in (trained, read_vectors(folder)):
        assert words == finished.extras["words"]
        np.testing.assert_allclose(vectors, finished.weights["vectors"], rtol=1e-3, atol=1e-5)


def test_the_keras_script_has_as_many_numbers(experiment, tmp_path, monkeypatch, capsys):
    finished = finished_run(experiment)
    folder = unpacked(experiment, tmp_path)
    shorter = {"epochs=NUM_EPOCHS": "epochs=1", "BATCH_SIZE = 1_024": "BATCH_SIZE = 64"}
    names = run_keras_script(folder / "train_keras.py", monkeypatch, capsys, **shorter)
    derived = "vectors" if set(finished.weights) & {"table", "focus"} else ""
    wanted = sum(value.size for name, value in finished.weights.items() if name != derived)
    assert names["model"].count_params() == wanted
    assert names["vectors"].shape == finished.weights["vectors"].shape
    assert np.isfinite(names["vectors"]).all()
