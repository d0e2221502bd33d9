"""Scripts of cells that PyTorch and Keras have no layers for: the layer is written out, and reaches the run's loss."""

from __future__ import annotations

import re

import pytest
from safetensors.numpy import save_file

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.export.code import code_of
from seqviz.models.cells.registry import CELLS
from seqviz.runs.events import Finished
from seqviz.runs.registry import train
from tests.export.executed import run_script, unpacked
from tests.new_cell.cells import NEW, known

REVIEWS = [("A fine and moving film, truly good.", 1), ("Dull, slow and not good at all.", 0)]
TINY = {"embedding_dim": 6, "hidden_sizes": (5,), "num_epochs": 1, "batch_size": 8}


def sentiment(folder, **changes):
    return SentimentExperiment(corpus=str(folder / "reviews.csv"), **TINY | changes)


SCRIPTS = {
    "one layer": lambda folder: sentiment(folder, cell="mgu"),
    "both directions": lambda folder: sentiment(
        folder, cell="mgu", hidden_sizes=(5, 4), bidirectional=True, pooling="last"
    ),
    "peepholes in both directions": lambda folder: sentiment(
        folder, cell="peephole", hidden_sizes=(5, 4), bidirectional=True, pooling="last"
    ),
    "language model": lambda folder: LanguageModelExperiment(
        corpus=str(folder / "text.txt"), **TINY, cell="peephole", sequence_length=16
    ),
    "translation": lambda folder: TranslationExperiment(
        cell="mgu", hidden_size=8, embedding_dim=6, num_pairs=120, num_epochs=1, max_length=12
    ),
}


@pytest.fixture(autouse=True)
def registered():
    with known(*NEW.values()):
        yield


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
    assert f"def {experiment.cell}_step" in (folder / "train.py").read_text()
    expected = pytest.approx(finished.result["loss"], rel=1e-4)
    for arguments in ([], [folder / "weights.safetensors"]):
        printed = run_script(folder / "train.py", monkeypatch, capsys, *arguments)
        assert float(re.search(r"validation: loss ([\d.]+)", printed)[1]) == expected
        assert (
            int(re.search(r"([\d,]+) parameters", printed)[1].replace(",", ""))
            == finished.result["parameters"]
        )


def test_the_comparison_of_all_cells_trains_them_beside_the_others_here_and_in_its_script(
    tmp_path, monkeypatch, capsys
):
    experiment = RecallExperiment(longest_lag=4, hidden_size=4, batch_size=4, num_steps=20)
    arms = list(train(experiment))[-1].result["arms"]
    assert {arm.split()[0] for arm in arms} == set(CELLS) > set(NEW)
    (tmp_path / "train.py").write_text(code_of(experiment)["PyTorch"])
    printed = run_script(tmp_path / "train.py", monkeypatch, capsys)
    for name, measured in arms.items():
        loss = float(re.search(rf"{name}: .*loss ([\d.]+)", printed)[1])
        assert loss == pytest.approx(measured["train_loss"], rel=1e-4)


@pytest.mark.parametrize("cell", NEW)
def test_where_keras_has_no_such_layer_the_script_says_so(cell):
    script = code_of(SentimentExperiment(cell=cell))["Keras"]
    with pytest.raises(SystemExit, match=f"Keras has no layer of the cell {cell.upper()}"):
        exec(script, {})
