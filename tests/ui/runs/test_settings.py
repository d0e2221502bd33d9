from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.runs.experiment import to_config
from tests.pages.open_page import open_page
from tests.ui.runs.made_runs import QUICK, ended, said

#: Kind -> (a page that trains it, an experiment whose settings are not the page's).
ELSEWHERE = {
    "sentiment": ("sentiment", replace(QUICK, seed=11)),
    "language-model": ("text_generation", LanguageModelExperiment(seed=11)),
    "translation": ("seq2seq", TranslationExperiment(seed=11)),
    "word-vectors": ("word2vec", WordVectorsExperiment(seed=11)),
    "recall": ("remembering", RecallExperiment(seed=11, set_forget_bias=True, forget_bias=4.0)),
    "tagging": ("directions", TaggingExperiment(seed=11)),
}


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_a_run_of_other_settings_than_those_above_is_called_so_on_every_page(kind):
    page, experiment = ELSEWHERE[kind]
    record = ended(experiment, "stopped", message="Stopped before its end.")
    at = open_page(page, run=record.id)
    [told] = [
        each.value for each in at.caption if "The run below has other settings than these" in each.value
    ]
    assert "seed 11 there, 0 here" in told
    assert record.id not in said(at)


def test_settings_that_are_those_of_what_is_shown_are_not_called_other(finished):
    config = to_config(QUICK)
    at = open_page(
        "sentiment",
        run=finished.id,
        cell="RNN",
        units1="2",
        embedding_dim="2",
        num_epochs="1",
        batch_size="512",
    )
    assert config == finished.config
    assert "other settings" not in said(at)
    at.segmented_control(key="cell").set_value("gru").run()
    assert "The run below has other settings than these:** cell RNN there, GRU here." in said(at)


def test_a_moved_control_says_that_the_net_that_comes_with_the_app_is_another():
    at = open_page("sentiment")
    assert "other settings" not in said(at)
    at.slider(key="units1").set_value(16).run()
    assert (
        "The net that comes with the app has other settings than these:** units 32 there, 16 here."
        in said(at)
    )


def test_the_settings_of_what_is_shown_can_be_taken_over(finished):
    at = open_page("sentiment", run=finished.id)
    next(button for button in at.button if button.label == "Take over its settings").click().run()
    assert "other settings" not in said(at)
    assert at.segmented_control(key="cell").value == "rnn"
    assert at.slider(key="units1").value == 2
