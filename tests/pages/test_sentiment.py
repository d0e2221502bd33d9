from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
import sqlalchemy as sa

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.experiment import to_config
from seqviz.runs.store import schema
from seqviz.runs.store.records import StoreError
from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.sentences.readers import OPENS_WITH, bundled, with_the_app
from seqviz.ui.sentences.review import GUESSES, NEVER_BORING
from seqviz.ui.server.engine import store
from tests.pages.open_page import open_page, texts, typed_over, widget

QUICK = SentimentExperiment(hidden_sizes=(2,), embedding_dim=2, num_epochs=1, batch_size=512)


def metric(at, label):
    return next(shown.value for shown in at.metric if shown.label.startswith(label))


@pytest.fixture(scope="module")
def finished_run():
    record = store().submit(QUICK, "another session")
    run_in_process(store(), record.id)
    return store().run(record.id)


def test_before_any_click_the_bundled_net_is_shown_with_its_own_numbers():
    at = open_page("sentiment")
    result = bundled().result
    assert metric(at, "Test accuracy") == f"{result['test_accuracy']:.1%}"
    assert metric(at, "Training") == f"{result['seconds']:.1f} s"
    assert len(at.get("plotly_chart")) == 5
    assert "learned from generated reviews: LSTM 32" in texts(at)


def test_train_asks_the_store_for_just_these_settings_and_opens_the_run():
    at = open_page("sentiment")
    widget(at, "seed").set_value(77)
    for name, value in (("embedding_dim", 2), ("num_epochs", 1), ("batch_size", 512)):
        widget(at, name).set_value(value)
    at.slider(key="units1").set_value(2)
    at.button(key="train").click().run()
    assert not at.exception
    given = at.query_params["run"]
    run = store().run(given if isinstance(given, str) else given[0])
    assert run.config == to_config(replace(QUICK, seed=77))
    assert run.state == "waiting"
    assert "LSTM 2 · 1 epoch · waiting · yours, " in texts(at)
    assert run.id not in texts(at)


def test_a_finished_run_is_there_after_a_reload_and_for_another_session(finished_run):
    at = open_page("sentiment", run=finished_run.id)
    assert metric(at, "Validation accuracy") == f"{finished_run.result['accuracy']:.1%}"
    assert metric(at, "Epochs") == "1"
    assert "What should the net read? (LSTM 2)" in [area.label for area in at.text_area]


def test_the_same_settings_asked_for_by_two_sessions_are_one_run(finished_run):
    assert store().submit(QUICK, "a third session").id == finished_run.id


@pytest.mark.parametrize("state", ["lost", "stopped", "diverged", "failed"])
def test_a_run_that_ended_badly_is_explained_and_the_page_still_reads(state):
    experiment = replace(QUICK, seed=["lost", "stopped", "diverged", "failed"].index(state) + 100)
    record = store().submit(experiment, f"the session that had it {state}")
    sentence = f"This is how a run is {state}."
    _end(record.id, state, sentence)
    at = open_page("sentiment", run=record.id)
    assert sentence in texts(at)
    assert any(button.label == "Train it yourself" for button in at.button)
    assert metric(at, "Parameters")
    assert at.text_area(key="review").value


def _end(run_id, state, sentence):
    with store().writing() as connection:
        table = schema.runs
        connection.execute(sa.update(table).where(table.c.id == run_id).values(state=state, message=sentence))


def test_a_run_that_is_not_there_is_said_so():
    at = open_page("sentiment", run="0123456789abcdef-1")
    assert "no run" in texts(at)


@pytest.mark.parametrize(
    "text", ["", " \n ", "....", "<script>alert(1)</script>", "good", "好", "word " * 390, "x" * 1999]
)
def test_any_review_gets_an_answer_or_a_sentence(text):
    at = typed_over("sentiment")
    at.text_area(key="review").set_value(text).run()
    assert not at.exception
    assert at.text_area(key="review").value == text
    assert ("no word in this text" in texts(at)) == (not text.strip())


def test_the_drawn_probability_is_that_of_the_net():
    at = open_page("sentiment")
    at.text_area(key="review").set_value("The film was never boring.").run()
    reader = with_the_app(OPENS_WITH).reader
    text = reader.encode("The film was never boring.")
    charts = [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]
    bars = next(chart for chart in charts if chart["layout"]["title"]["text"] == "What the net says")
    path = next(chart for chart in charts if chart["layout"]["title"]["text"].startswith("The prediction"))
    assert bars["data"][0]["text"][1] == f"{reader.positive(text):.4f}"
    assert len(path["data"][0]["customdata"]) == len(text.tokens)
    np.testing.assert_allclose(reader.positive_after_each_token(text)[-1], reader.positive(text), rtol=1e-5)


def test_a_word_that_its_text_turns_round_is_named_with_both_numbers():
    review = "The plot was dull, but the music was brilliant."
    at = open_page("sentiment", reads="bundled", review=review)
    net = bundled().reader
    text = net.encode(review)
    place = text.tokens.index("dull")
    alone, nothing = net.positive(net.encode("dull")), net.positive(net.encode("unheardof"))
    by_itself = np.diff([np.log(p / (1 - p)) for p in (nothing, alone)])[0]
    turned = next(one.value for one in at.markdown if one.value.startswith("The rest of the text"))
    assert f"*dull* by itself speaks for negative ({by_itself:+.2f})".replace("-", "−") in turned
    assert f"here for positive ({net.contributions(text)[place]:+.2f})" in turned


def test_a_wrong_setting_in_the_address_is_named():
    at = open_page("sentiment", units1="1000000", dropout="nan")
    said = texts(at)
    assert "units1" in said
    assert "dropout" in said


def test_a_run_that_another_session_trained_first_can_be_laid_over_once_it_was_opened(finished_run):
    other = store().submit(replace(QUICK, seed=7), "a fourth session")
    run_in_process(store(), other.id)
    at = open_page("sentiment", run=finished_run.id)
    at.switch_page("pages/glossary.py").run()
    at.query_params["run"] = other.id
    at.switch_page("pages/sentiment.py").run()
    assert finished_run.id not in " ".join(at.multiselect(key="beside").options)
    at.multiselect(key="beside").set_value([finished_run.id]).run()
    assert not at.exception
    assert at.query_params["beside"] in (finished_run.id, [finished_run.id])
    curves = json.loads(at.get("plotly_chart")[0].proto.spec)
    told = [line["name"] for line in curves["data"]]
    assert len(told) == len(set(told)) == 4
    assert sum("seed 7" in name for name in told) == 2
    assert sum("seed 0" in name for name in told) == 2


def test_the_guess_on_never_boring_is_judged_by_the_nets_own_numbers():
    net = bundled().reader
    text = net.encode(NEVER_BORING)
    never, boring = (abs(net.contributions(text)[text.tokens.index(word)]) for word in GUESSES[:2])
    right = "both alike" if abs(never - boring) < 0.5 else GUESSES[int(boring > never)]
    at = open_page("sentiment")
    at.radio(key="prediction").set_value(right).run()
    assert at.success[0].value == f"You said: {right}. That is right."
    assert f"by {boring:+.2f}" in texts(at).replace("−", "+")


@pytest.mark.parametrize(("learning_rate", "is_said"), [(100.0, True), (0.005, False)])
def test_a_run_whose_steps_overshoot_is_told_so(learning_rate, is_said):
    record = store().submit(replace(QUICK, learning_rate=learning_rate, seed=71), "a session that overshoots")
    at = open_page("sentiment", run=run_in_process(store(), record.id).id)
    assert ("try a smaller learning rate than 100." in texts(at)) is is_said


def test_a_run_is_deleted_by_who_started_it_and_by_nobody_else():
    at = open_page("sentiment", units1="2", embedding_dim="2", num_epochs="1", batch_size="512", seed="72")
    at.button(key="train").click().run()
    given = at.query_params["run"]
    run_id = given if isinstance(given, str) else given[0]
    run_in_process(store(), run_id)
    elsewhere = open_page("sentiment", run=run_id)
    assert not any(button.label == "Delete for good" for button in elsewhere.button)
    at.run()
    at.button(key=f"delete:{run_id}").click().run()
    with pytest.raises(StoreError, match="no run"):
        store().run(run_id)
    assert any(toast.value.endswith("is deleted.") for toast in at.toast)
    assert "run" not in at.query_params and "A net that comes with the app" in texts(at)
    assert "no run" in texts(elsewhere.run())
