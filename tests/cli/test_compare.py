from __future__ import annotations

import json

import pytest

from seqviz.cli.compare import compared
from seqviz.cli.main import COMMANDS, main
from seqviz.runs.registry import experiment_class, known_kinds


def test_every_kind_has_a_command_that_there_is():
    assert {kind.command for kind in known_kinds().values()} <= {command.name for command in COMMANDS}
    assert all(experiment_class(kind).kind == kind for kind in compared())


def test_help_names_every_kind_with_its_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(f"{kind.name:15} {kind.summary}" in told for kind in known_kinds().values())


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
