from __future__ import annotations

import json

from seqviz.cli.compare import COMPARISONS
from seqviz.cli.main import main
from seqviz.runs.registry import experiment_class


def test_every_comparison_is_an_experiment_with_arms():
    assert all(experiment_class(kind).kind == kind for kind in COMPARISONS)


def test_a_comparison_runs_and_is_kept(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path))
    assert main(["compare", "clipping", "--num-steps", "10", "--length", "4", "--hidden-size", "2"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(told["arms"]) == {"not clipped", "clipped by norm", "clipped by value"}
    assert told["run"]


def test_a_setting_out_of_bounds_is_refused_in_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path))
    assert main(["compare", "recall", "--longest-lag", "1"]) == 2
    assert "longest_lag needs a number from 4 to 200" in capsys.readouterr().err
