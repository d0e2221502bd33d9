from __future__ import annotations

from seqviz.export.bundled_runs import BUNDLED, PRETRAINED, load_bundled_run
from seqviz.lessons.runs.rows import Row, along, chosen_rows

ROWS = [
    Row("a", "LSTM 32 · 96.2% · yours, 14:02", "sentiment", {}, "96.2%"),
    Row("b", "my best one · stopped · yours, 14:10", "order", {}, "stopped"),
]


def test_runs_that_come_with_the_app_are_listed_with_what_they_reached():
    rows = {row.id: row for row in along()}
    assert rows.keys() == BUNDLED.keys() | PRETRAINED.keys()
    share = load_bundled_run("imdb-gru").result["accuracy"]
    assert rows["imdb-gru"].outcome == f"{100 * share:.1f}%"
    assert rows["imdb-gru"].name.endswith(" · imdb-gru")


def test_a_kind_and_a_part_of_the_name_narrow_the_list():
    assert chosen_rows(ROWS, "", "") == ROWS
    assert [row.id for row in chosen_rows(ROWS, "order", "")] == ["b"]
    assert [row.id for row in chosen_rows(ROWS, "", " lstm ")] == ["a"]
    assert chosen_rows(ROWS, "order", "lstm") == []
