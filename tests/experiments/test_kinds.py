"""Every kind of experiment is declared whole."""

from __future__ import annotations

import subprocess
import sys

import pytest

from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.kinds import KINDS
from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.export.bundled_runs import BUNDLED, FOLDER, claim_about, load_bundled_run
from seqviz.export.code import Writer
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.experiment import from_config, to_config
from seqviz.runs.registry import build, kind_named, load, train
from tests.conftest import ROOT

NAMES = [kind.name for kind in KINDS]
TINY = {"embedding_dim": 4, "num_steps": 10, "batch_size": 4}
COMPARISONS = {
    "tagging": TaggingExperiment(hidden_size=4, **TINY),
    "fill-in": FillInExperiment(hidden_sizes=(4,), most_fillers=1, **TINY),
    "next-word": NextWordExperiment(hidden_size=4, **TINY),
    "order": OrderExperiment(hidden_size=3, **TINY),
    "fibonacci": FibonacciExperiment(num_steps=20, hidden_size=3, num_terms=6),
}


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
    assert all(bool(load_bundled_run(file).weights) == kind.keeps_weights for file in files)
    assert all(claim_about(file).holds(load_bundled_run(file)) for file in kind.claims)


def test_no_settings_load_torch():
    modules = sorted({kind.config.split(":")[0] for kind in KINDS} | {"seqviz.experiments.kinds"})
    code = f"import importlib, sys\nfor n in {modules!r}: importlib.import_module(n)\nprint('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("kind", COMPARISONS)
def test_a_comparison_tells_of_every_arm_and_the_same_seed_gives_the_same_numbers(kind):
    experiment = COMPARISONS[kind]
    assert from_config(type(experiment), to_config(experiment)) == experiment
    first, second = (list(train(experiment)) for _ in range(2))
    told, again = ([(e.arm, e.values) for e in one if isinstance(e, Metrics)] for one in (first, second))
    assert told == again
    [end] = [event for event in first if isinstance(event, Finished)]
    assert {arm for arm, _ in told} == end.result["arms"].keys()
    assert len(end.result["arms"]) > 1
