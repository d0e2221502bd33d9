from __future__ import annotations

from dataclasses import replace

from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.vectors.training_task import analogies_in_words, trained_beside

RIGHT = {"analogies": {"gender": [9, 1, 10], "capitals": [0, 0, 0]}}


def run(result, **settings) -> ShownRun:
    return ShownRun("r", to_config(WordVectorsExperiment(**settings)), result, History(), ())


BUNDLED = run({"analogies": {"gender": [2, 1, 10]}})
NARROW = run(RIGHT, window=2)


def test_a_run_as_asked_is_set_beside_the_bundled_one():
    result = trained_beside(NARROW, BUNDLED, {"window": 2})
    assert result.is_done
    assert "With *Window* 2, analogies right: gender 90%, capitals 0%." in result.said
    assert result.said.endswith("with *Window* 4: gender 20%.")


def test_other_settings_a_run_that_goes_on_and_another_text_are_told():
    other = trained_beside(BUNDLED, BUNDLED, {"window": 2, "method": "skip-gram"})
    assert not other.is_done and "The run shown has *Window* 4, *Method* skip-gram" in other.said
    assert "not finished" in trained_beside(replace(NARROW, result={}), BUNDLED, {"window": 2}).said
    without = trained_beside(replace(NARROW, result={"loss": 1.0}), BUNDLED, {"window": 2})
    assert not without.is_done and "none of the small world's questions" in without.said


def test_each_section_is_written_with_its_share():
    assert analogies_in_words(RIGHT) == "gender 90%, capitals 0%"
