"""Every kind of experiment is declared whole."""

from __future__ import annotations

import subprocess
import sys

import pytest

from seqviz.experiments.kinds import KINDS
from seqviz.export.bundled_runs import BUNDLED, FOLDER, claim_about, load_bundled_run
from seqviz.export.code import Writer
from seqviz.runs.registry import build, kind_named, load
from tests.conftest import ROOT

NAMES = [kind.name for kind in KINDS]


def test_every_name_is_taken_once():
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_part_that_is_declared_is_there(name):
    kind = kind_named(name)
    assert load(kind.config).kind == name
    assert callable(load(kind.train))
    assert kind.trained is None or callable(load(kind.trained).from_run)
    assert kind.code is None or isinstance(load(kind.code), Writer)
    assert all(BUNDLED[file] == build(name, settings) for file, settings in kind.bundled.items())
    files = (*kind.bundled, *kind.pretrained)
    assert all((FOLDER / f"{file}.safetensors").exists() for file in files)
    assert kind.claims.keys() <= set(files)
    assert all(claim_about(file).holds(load_bundled_run(file)) for file in kind.claims)


def test_no_settings_load_torch():
    modules = sorted({kind.config.split(":")[0] for kind in KINDS} | {"seqviz.experiments.kinds"})
    code = f"import importlib, sys\nfor n in {modules!r}: importlib.import_module(n)\nprint('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
