from __future__ import annotations

from benchmarks.every_control import told


def test_slow_controls_are_counted_and_the_slowest_named_first():
    said = told({"a: one": 10.0, "a: two": 20.0, "b: three": 301.0})
    assert "p95 of 3 controls" in said and "p50 20 ms; above 300 ms: 1;" in said
    assert said.endswith("slowest, ms: b: three 301; a: two 20; a: one 10")
