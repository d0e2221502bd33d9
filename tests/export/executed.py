"""Executing exported scripts inside a test."""

from __future__ import annotations

import io
import runpy
import sys
import warnings
import zipfile

import pytest

from seqviz.export.code import archive


def unpacked(experiment, folder):
    """Unpack an experiment's archive; return the folder with its scripts."""
    with zipfile.ZipFile(io.BytesIO(archive(experiment))) as box:
        box.extractall(folder)
    return folder / f"seqviz-{experiment.kind}"


def run_script(path, monkeypatch, capsys, *arguments):
    """Run a script with arguments; return what it printed."""
    monkeypatch.setattr(sys, "argv", [str(path), *map(str, arguments)])
    capsys.readouterr()
    runpy.run_path(str(path), run_name="__main__")
    return capsys.readouterr().out


def run_keras_script(path, monkeypatch, capsys, **shorter):
    """Run a Keras script on the torch backend, some of its words replaced to make it short; return its names."""
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Keras says that max pooling does not see the mask
        pytest.importorskip("keras", reason="Keras is not installed; requirements-dev.txt names it")
        script = path.read_text()
        for word, other in shorter.items():
            assert word in script
            script = script.replace(word, other)
        path.write_text(script)
        names = runpy.run_path(str(path), run_name="__main__")
    capsys.readouterr()
    return names
