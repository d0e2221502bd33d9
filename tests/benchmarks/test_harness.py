"""The bench's arithmetic and its last line, without measuring anything long."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

from benchmarks import __main__ as command
from benchmarks import registry
from benchmarks.harness import Result, compare


def a_result(ratio=0.5, better="lower"):
    return Result(ratio, better, 0.7, 0.5, 1.23456, 2.5, "ms", "what was measured")


def test_a_comparison_divides_our_time_by_theirs():
    now = [0.0]

    def taking(seconds):
        def call():
            now[0] += seconds

        return call

    timing = compare(taking(0.001), taking(0.004), clock=lambda: now[0])
    assert (timing.ratio, timing.ours, timing.theirs) == pytest.approx((0.25, 1.0, 4.0))


@pytest.mark.parametrize(("ratio", "better", "passes"), [(0.7, "lower", True), (0.8, "lower", False)])
def test_a_ratio_passes_on_its_better_side(ratio, better, passes):
    assert a_result(ratio, better).passes() is passes
    assert a_result(ratio, "higher").passes() is (ratio >= 0.7)


def test_the_last_line_is_one_json_object_with_every_named_bench(monkeypatch, capsys):
    monkeypatch.setattr(command, "measure", lambda name: a_result())
    assert command.main(["gru_step", "lstm_step"]) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(last) == ["gru_step", "lstm_step"]
    assert last["gru_step"] == {
        "ratio": 0.5,
        "better": "lower",
        "required": 0.7,
        "aim": 0.5,
        "ours": 1.235,
        "theirs": 2.5,
        "unit": "ms",
        "note": "what was measured",
    }


def test_a_missing_package_is_named_and_stops_no_other_bench(monkeypatch, capsys):
    monkeypatch.setitem(registry.BENCHES, "lstm_step", "benchmarks.no_such_module")
    monkeypatch.setattr(command, "BENCHES", {"lstm_step": ""})
    assert command.main([]) == 0
    out = capsys.readouterr().out
    assert "lstm_step needs the package benchmarks.no_such_module" in out
    assert json.loads(out.splitlines()[-1])["lstm_step"]["ratio"] is None


def test_an_unknown_name_is_refused_with_the_known_ones(capsys):
    assert command.main(["speed"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("No bench is called speed; there are ") and "gru_step" in error


@pytest.mark.parametrize("name", registry.BENCHES)
def test_every_bench_on_the_list_has_its_module(name):
    assert find_spec(registry.BENCHES[name]) is not None
