"""One section serves every lesson that trains: what the lesson declares is drawn, and the rest follows."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.experiments.clipping.config import ClippingExperiment
from seqviz.export.bundled_runs import BUNDLED
from seqviz.ui.server.engine import store
from tests.ui.runs.test_experiment_controls import SECTIONS


def page(shortcut: str, is_missing: bool, changes: dict[str, object]) -> None:
    import streamlit as st

    from seqviz.experiments.clipping.config import ClippingExperiment
    from seqviz.ui.runs.experiment_controls import ExperimentControls
    from seqviz.ui.runs.experiment_section import ExperimentSection, say_lost_run
    from seqviz.ui.state import page_state

    class Controls(ExperimentControls):
        def draw_all(self):
            return super().draw_all() | changes

    section = ExperimentSection(
        controls=Controls(ClippingExperiment, {"length": "Length", "seed": "Seed"}),
        bundled="clipping",
        draw=lambda run: st.text(f"drawn: {run.id} with {len(run.history.names)} measures"),
        title="What comes with the app",
        shortcut=shortcut,
        above=lambda: st.text("above"),
        facts=lambda experiment: st.text(f"facts on length {experiment.length}"),
        missing=lambda experiment: is_missing,
    )
    page_state.adopt([page_state.RUN, *section.controls.settings()])
    say_lost_run(section)
    section.settings()
    st.text(f"nets of {section.results()}")


def opened(shortcut="t", is_missing=False, run="", **changes):
    at = AppTest.from_function(page, args=(shortcut, is_missing, changes), default_timeout=60)
    if run:
        at.query_params["run"] = run
    at.run()
    assert not at.exception
    return at


def lines(at):
    return [text.value for text in at.text]


def test_facts_and_what_is_above_are_drawn_and_the_bundled_run_before_any_click():
    at = opened()
    assert lines(at)[:2] == ["above", f"facts on length {ClippingExperiment().length}"]
    assert lines(at)[2].startswith("drawn: bundled with") and lines(at)[3] == "nets of bundled"
    assert any(text.value.startswith("**What comes with the app: relu net of") for text in at.markdown)
    assert not at.button(key="train").disabled
    assert at.button(key="train").proto.shortcut == "t"


def test_train_asks_for_the_experiment_of_the_controls_and_its_run_is_drawn():
    at = opened()
    at.number_input(key="length").set_value(11).run()
    assert "facts on length 11" in lines(at)
    at.button(key="train").click().run()
    run_id = "".join(at.query_params["run"])
    assert store().run(run_id).config["length"] == 11
    assert f"drawn: {run_id} with 0 measures" in lines(at)
    assert lines(at)[-1] == "nets of bundled"  # for it has not finished
    store().ask(run_id, store().run(run_id).owner, "stop")


def test_one_section_of_several_stands_in_a_box_and_has_keys_of_its_own():
    at = opened(shortcut="")
    assert [box.label for box in at.expander][0] == "Train your own"
    assert at.button(key="train:clipping").proto.shortcut == ""


def test_train_waits_for_what_is_missing():
    assert opened(is_missing=True).button(key="train").disabled


def test_settings_that_do_not_go_together_are_told_in_a_sentence_and_the_run_stays_in_sight():
    at = opened(length=10**9)
    assert "The setting length needs a number from" in at.warning[0].value.replace("\\", "")
    assert not [button for button in at.button if button.key == "train"]
    assert any(line.startswith("drawn: bundled") for line in lines(at))


@pytest.mark.parametrize(("run", "said"), [("gone-1", "no run"), ("", "")])
def test_a_run_that_is_gone_is_told_and_what_comes_with_the_app_is_drawn(run, said):
    at = opened(run=run)
    assert [said in warning.value for warning in at.warning] == [True] * bool(run)
    assert any(line.startswith("drawn: bundled") for line in lines(at))


def test_every_section_opens_on_a_run_of_its_own_kind():
    assert {kind: BUNDLED[section.bundled].kind for kind, section in SECTIONS.items()} == {
        kind: kind for kind in SECTIONS
    }
