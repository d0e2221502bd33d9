from __future__ import annotations

from seqviz.lessons.runs.chosen import differences
from seqviz.lessons.runs.rows import Row


def test_only_what_differs_is_set_side_by_side_with_the_outcomes():
    one = Row("a", "one", "order", {"seed": 0, "hidden_size": 32, "clip_norm": 1.0}, "90.0%")
    two = Row("b", "two", "order", {"seed": 0, "hidden_size": 2, "num_steps": 10}, "80.0%")
    table = differences([one, two])
    assert list(table.columns) == ["one", "two"]
    assert table.loc["units"].tolist() == ["32", "2"]
    assert table.loc["steps"].tolist() == ["–", "10"]
    assert table.loc["outcome"].tolist() == ["90.0%", "80.0%"]
    assert "seed" not in table.index
