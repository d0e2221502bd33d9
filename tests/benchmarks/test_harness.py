"""The bench's arithmetic and its last line, without measuring anything long."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

from benchmarks import __main__ as command
from benchmarks import registry
from benchmarks.harness import KEYS, Bench, Result, compare


def a_bench(better="lower"):
    return Bench("benchmarks.gru_step", better, 0.7, 0.5)


def a_result():
    return Result(0.5, 1.23456, 2.5, "ms", "what was measured")


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
    assert a_bench(better).passes(ratio) is passes
    assert a_bench("higher").passes(ratio) is (ratio >= 0.7)


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


def test_what_cannot_be_measured_keeps_its_line_and_what_is_asked_of_it(monkeypatch, capsys):
    absent = Bench("benchmarks.no_such_module", "lower", 1.05, 1.02)
    monkeypatch.setitem(registry.BENCHES, "lstm_step", absent)
    assert command.main(["lstm_step"]) == 0
    out = capsys.readouterr().out
    assert "lstm_step needs the package benchmarks.no_such_module" in out
    line = json.loads(out.splitlines()[-1])["lstm_step"]
    assert tuple(line) == KEYS
    assert (line["ratio"], line["required"], line["aim"]) == (None, 1.05, 1.02)


def test_a_bench_that_breaks_stops_no_other(monkeypatch, capsys):
    def measure(name):
        if name == "classroom":
            raise RuntimeError("3 of 30 sessions broke")
        return a_result()

    monkeypatch.setattr(command, "measure", measure)
    command.main(["classroom", "gru_step"])
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["classroom"]["note"] == "RuntimeError: 3 of 30 sessions broke"
    assert [line["ratio"] for line in last.values()] == [None, 0.5]


def test_an_unknown_name_is_refused_with_the_known_ones(capsys):
    assert command.main(["speed"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("No bench is called speed; there are ") and "gru_step" in error


@pytest.mark.parametrize("name", registry.BENCHES)
def test_every_bench_on_the_list_has_its_module(name):
    assert find_spec(registry.BENCHES[name].module) is not None
