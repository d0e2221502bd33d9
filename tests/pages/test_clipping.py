from __future__ import annotations

from seqviz.lessons.clipping import clipping as clipping_part
from tests.pages.open_page import open_page, texts


def test_a_finished_comparison_is_there_before_any_click():
    at = open_page("clipping")
    specs = " ".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert all(title in specs for title in ("Gradient norm, before clipping", "cliff"))


def test_the_run_that_exploded_is_explained_though_its_numbers_stayed_finite():
    said = [box.value for box in open_page("clipping").warning]
    assert len(said) == 1
    assert said[0].startswith("Not clipped: it exploded.")
    assert "Clipping makes that first step short." in said[0]


def test_the_clipped_runs_are_set_beside_answering_the_mean():
    at = open_page("clipping")
    said = next(text.value for text in at.markdown if text.value.startswith("A net that answers the mean"))
    assert "clipped by norm **0.0627**, it has learned to add" in said
    assert "**Clipping lets the net learn**" in said
    assert any("answering the mean" in chart.proto.spec for chart in at.get("plotly_chart"))


def test_training_asks_the_store_for_one_run(monkeypatch):
    at = open_page("clipping")
    at.button(key="train:clipping").click().run()
    assert not at.exception
    assert clipping_part.CLIPPING.kind == "clipping"
    assert at.query_params["run"]


def test_a_task_opens_the_controls_that_it_sets_up():
    at = open_page("clipping")
    boxes = [box for box in at.expander if box.label == "Train your own"]
    assert not any(box.proto.expanded for box in boxes)
    at.button(key="task:2").click().run()
    boxes = [box for box in at.expander if box.label == "Train your own"]
    assert [box.proto.expanded for box in boxes] == [True]


def test_a_task_is_checked_on_the_run_that_is_shown():
    at = open_page("clipping")
    at.button(key="check:2").click().run()
    assert "The run shown reads 10 numbers" in texts(at)


def test_the_guess_about_the_lowest_loss_is_judged_by_the_runs():
    at = open_page("clipping")
    at.radio(key="prediction").set_value("the one clipped by norm").run()
    assert at.success
    assert "clipped by norm **0.063**" in texts(at)
