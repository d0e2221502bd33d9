"""A script downloaded alone, into an empty folder, runs or says in one sentence what it needs and where that is."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import fields

import pytest

from seqviz.export.code import archive, code_of, has_code, libraries
from seqviz.export.needed_files import ARCHIVE_LABEL
from seqviz.runs.registry import experiment_class, known_kinds
from tests.export.executed import run_script

#: Kinds whose scripts draw their own data.
DRAWING = {"bottleneck", "recall", "clipping", "fibonacci", "tagging", "next-word", "fill-in", "brackets"}
#: Field -> the least work.
SMALL = {
    "num_steps": 10,
    "longest_lag": 4,
    "length": 4,
    "hidden_size": 4,
    "embedding_dim": 4,
    "batch_size": 4,
    "context_sizes": (4,),
    "num_pairs": 200,
    "num_epochs": 1,
}


def small(kind):
    cls = experiment_class(kind)
    known = {field.name for field in fields(cls)}
    least = {name: value for name, value in SMALL.items() if name in known}
    return cls(**least | ({"num_steps": 20} if kind == "recall" else {}))


def alone(script, tmp_path, monkeypatch):
    path = tmp_path / "train.py"
    path.write_text(script)
    monkeypatch.chdir(tmp_path)
    return path


@pytest.mark.parametrize("kind", sorted(DRAWING))
def test_a_script_that_draws_its_data_runs_alone(kind, tmp_path, monkeypatch, capsys):
    path = alone(code_of(small(kind))["PyTorch"], tmp_path, monkeypatch)
    assert "parameters" in run_script(path, monkeypatch, capsys)


READING = sorted(filter(has_code, known_kinds().keys() - DRAWING))


@pytest.mark.parametrize(("kind", "library"), [(kind, each) for kind in READING for each in libraries(kind)])
def test_a_script_that_reads_files_names_the_missing_one_and_the_archive_that_holds_it(
    kind, library, tmp_path, monkeypatch, capsys
):
    if library == "Keras":
        monkeypatch.setenv("KERAS_BACKEND", "torch")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pytest.importorskip("keras", reason="Keras is not installed; requirements-dev.txt names it")
    experiment = small(kind)
    path = alone(code_of(experiment)[library], tmp_path, monkeypatch)
    with pytest.raises(SystemExit) as ended:
        run_script(path, monkeypatch, capsys)
    sentence = str(ended.value)
    named = re.search(r"reads (\S+) from", sentence)[1]
    assert re.fullmatch(rf"This script .*seqviz-{kind}\.zip.*{ARCHIVE_LABEL}”\.", sentence)
    with zipfile.ZipFile(io.BytesIO(archive(experiment))) as box:
        assert f"seqviz-{kind}/{named}" in box.namelist()


def test_weights_that_are_not_there_are_named(tmp_path, monkeypatch, capsys):
    path = alone(code_of(small("tagging"))["PyTorch"], tmp_path, monkeypatch)
    with pytest.raises(SystemExit, match=r"There is no file weights\.safetensors"):
        run_script(path, monkeypatch, capsys, "weights.safetensors")
