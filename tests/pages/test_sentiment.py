from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
import sqlalchemy as sa
from streamlit.proto.Metric_pb2 import Metric as MetricProto
from streamlit.testing.v1 import AppTest

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.presets import PRESETS
from seqviz.experiments.sentiment.train import build_net
from seqviz.lessons.sentiment.results import near_copies_said, verdict
from seqviz.runs.experiment import to_config
from seqviz.runs.store import schema
from seqviz.runs.store.records import StoreError
from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.sentences.readers import bundled
from seqviz.ui.sentences.review import GUESSES, NEVER_BORING
from seqviz.ui.server.engine import store
from tests.pages.open_page import open_page

QUICK = SentimentExperiment(hidden_sizes=(2,), embedding_dim=2, num_epochs=1, batch_size=512)


def metric(at, label):
    return next(shown.value for shown in at.metric if shown.label.startswith(label))


def sentences(at):
    return " ".join(shown.value for kind in (at.warning, at.info, at.markdown, at.caption) for shown in kind)


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
    assert "The net that comes with the app: LSTM 32" in sentences(at)


@pytest.mark.parametrize(
    "changes",
    [
        {"cell": "gru"},
        {"cell": "rnn", "bidirectional": True},
        {"hidden_sizes": (8, 4), "pooling": "max+mean"},
        {"vocabulary_size": 100},
    ],
)
def test_the_parameters_shown_before_training_are_those_of_the_net(changes):
    experiment = replace(SentimentExperiment(), **changes)
    vocabulary = min(len(bundled().reader.vocabulary), experiment.vocabulary_size)
    expected = sum(p.numel() for p in build_net(experiment, vocabulary).parameters())
    at = open_page("sentiment")
    for name, value in changes.items():
        if name == "hidden_sizes":
            at.slider(key="layers").set_value(len(value)).run()
            for k, size in enumerate(value, start=1):
                at.slider(key=f"units{k}").set_value(size)
        else:
            _widget(at, name).set_value(value)
    at.run()
    assert metric(at, "Parameters") == f"{expected:,}"


def _widget(at, key):
    groups = (at.slider, at.selectbox, at.number_input, at.toggle, at.segmented_control)
    return next(widget for group in groups for widget in group if widget.key == key)


def test_train_asks_the_store_for_just_these_settings_and_opens_the_run():
    at = open_page("sentiment")
    _widget(at, "seed").set_value(77)
    for name, value in (("embedding_dim", 2), ("num_epochs", 1), ("batch_size", 512)):
        _widget(at, name).set_value(value)
    at.slider(key="units1").set_value(2)
    at.button(key="train").click().run()
    assert not at.exception
    given = at.query_params["run"]
    run = store().run(given if isinstance(given, str) else given[0])
    assert run.config == to_config(replace(QUICK, seed=77))
    assert run.state == "waiting"
    assert "LSTM 2 · 1 epoch · waiting · yours, " in sentences(at)
    assert run.id not in sentences(at)


def test_a_finished_run_is_there_after_a_reload_and_for_another_session(finished_run):
    at = open_page("sentiment", run=finished_run.id)
    assert metric(at, "Validation accuracy") == f"{finished_run.result['accuracy']:.1%}"
    assert metric(at, "Epochs") == "1"
    assert "What shall the LSTM 2 read?" in [area.label for area in at.text_area]


def test_the_same_settings_asked_for_by_two_sessions_are_one_run(finished_run):
    assert store().submit(QUICK, "a third session").id == finished_run.id


@pytest.mark.parametrize("state", ["lost", "stopped", "diverged", "failed"])
def test_a_run_that_ended_badly_is_explained_and_the_page_still_reads(state):
    experiment = replace(QUICK, seed=["lost", "stopped", "diverged", "failed"].index(state) + 100)
    record = store().submit(experiment, f"the session that had it {state}")
    sentence = f"This is how a run is {state}."
    _end(record.id, state, sentence)
    at = open_page("sentiment", run=record.id)
    assert sentence in sentences(at)
    assert any(button.label == "Train it yourself" for button in at.button)
    assert metric(at, "Parameters")
    assert at.text_area(key="review").value


def _end(run_id, state, sentence):
    with store().writing() as connection:
        table = schema.runs
        connection.execute(sa.update(table).where(table.c.id == run_id).values(state=state, message=sentence))


def test_a_run_that_is_not_there_is_said_so():
    at = open_page("sentiment", run="0123456789abcdef-1")
    assert "no run" in sentences(at)


@pytest.mark.parametrize(
    "text", ["", " \n ", "....", "<script>alert(1)</script>", "good", "好", "word " * 390, "x" * 1999]
)
def test_any_review_gets_an_answer_or_a_sentence(text):
    at = open_page("sentiment")
    at.text_area(key="review").set_value(text).run()
    assert not at.exception
    assert at.text_area(key="review").value == text
    assert ("no word in this text" in sentences(at)) == (not text.strip())


def test_the_drawn_probability_is_that_of_the_net():
    at = open_page("sentiment")
    at.text_area(key="review").set_value("The film was never boring.").run()
    reader = bundled().reader
    text = reader.encode("The film was never boring.")
    charts = [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]
    bars = next(chart for chart in charts if chart["layout"]["title"]["text"] == "What the net says")
    path = next(chart for chart in charts if chart["layout"]["title"]["text"].startswith("The prediction"))
    assert bars["data"][0]["text"][1] == f"{reader.positive(text):.4f}"
    assert len(path["data"][0]["customdata"]) == len(text.tokens)
    np.testing.assert_allclose(reader.positive_after_each_token(text)[-1], reader.positive(text), rtol=1e-5)


def test_a_preset_sets_every_control():
    at = open_page("sentiment")
    at.selectbox(key="preset").set_value("stacked-lstm").run()
    at.run()
    wanted = PRESETS["stacked-lstm"].experiment
    assert at.slider(key="layers").value == 2
    assert (at.slider(key="units1").value, at.slider(key="units2").value) == wanted.hidden_sizes
    assert _widget(at, "embedding_dim").value == wanted.embedding_dim
    assert _widget(at, "dropout").value == wanted.dropout


COUNTS = {  # preset -> parameters in PyTorch and in Keras; tests/experiments/sentiment/test_presets.py builds the nets
    "simple-rnn": (326_337, 326_273),
    "bidirectional-simple-rnn": (332_673, 332_545),
    "stacked-lstm": (2_741_825, 2_741_057),
    "gru": (1_379_201, 1_379_201),
    "bidirectional-lstm": (386_689, 386_177),
    "bidirectional-lstm-dropout": (1_379_457, 1_378_945),
}


def test_a_preset_shows_its_own_numbers_and_the_click_to_its_data_where_they_are_missing(monkeypatch):
    monkeypatch.setattr("seqviz.corpora.imdb.find_imdb", lambda: None)
    at = open_page("sentiment")
    for name, (pytorch, keras) in COUNTS.items():
        at.selectbox(key="preset").set_value(name).run()
        assert at.selectbox(key="corpus").value == "imdb"
        assert next(shown for shown in at.metric if shown.value == f"{pytorch:,}").label == "Parameters"
        assert ("has as many" if keras == pytorch else f"In Keras it has {keras:,}") in sentences(at)
        assert PRESETS[name].title in sentences(at)
    assert "not on this computer yet" in sentences(at)
    assert at.button(key="train").disabled
    assert at.button(key="needed:download:imdb").label == "Download"
    at.selectbox(key="preset").set_value("quick").run()
    assert not at.button(key="train").disabled and "not on this computer yet" not in sentences(at)


def test_a_wrong_setting_in_the_address_is_named():
    at = open_page("sentiment", units1="1000000", dropout="nan")
    said = sentences(at)
    assert "units1" in said
    assert "dropout" in said


@pytest.mark.parametrize(
    ("accuracy", "baseline", "said"),
    [
        (0.98, 0.73, "The net is better"),
        (0.872, 0.889, "cannot be told apart"),
        (0.80, 0.889, "The bag of words and word pairs is"),
    ],
)
def test_the_verdict_on_net_and_baseline_follows_from_their_numbers(accuracy, baseline, said):
    right = round(1000 * accuracy)
    result = {"accuracy": right / 1000, "confusion": [[right, 0], [1000 - right, 0]]}
    assert said in verdict(result, baseline)
    assert "1,000 reviews" in verdict(result, baseline)


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


def test_near_copies_on_both_sides_of_the_split_are_told():
    assert "Of 46 validation reviews, 23 (50%) have 80% or more" in near_copies_said(
        {"near_copies": 23, "looked_at": 46}
    )
    assert near_copies_said({"near_copies": 0, "looked_at": 46}) is None
    assert near_copies_said({"name": "a run of before they were counted"}) is None


def test_all_right_on_few_reviews_leaves_a_margin():
    result = {"accuracy": 1.0, "confusion": [[23, 0], [0, 23]]}
    assert "from −7.7 to +7.7 points" in verdict(result, 1.0)


@pytest.mark.parametrize(
    ("baseline", "said", "colour", "direction"),
    [
        (0.912, "−11.2 points", MetricProto.RED, MetricProto.DOWN),
        (0.7, "+10.0 points", MetricProto.GREEN, MetricProto.UP),
        (0.8, "+0.0 points", MetricProto.GRAY, None),
    ],
)
def test_a_net_behind_its_baseline_is_told_by_a_minus_in_red_and_downwards(baseline, said, colour, direction):
    def page(baseline):
        from seqviz.lessons.sentiment.results import result_line

        result = {"accuracy": 0.8, "confusion": [[40, 10], [10, 40]], "parameters": 1, "seconds": 1.0}
        result_line(result | {"epochs": 1.0}, baseline)

    metric = AppTest.from_function(page, args=(baseline,)).run().metric[0]
    assert metric.delta == said
    assert metric.proto.color == colour
    assert direction is None or metric.proto.direction == direction


def test_the_guess_on_never_boring_is_judged_by_the_nets_own_numbers():
    net = bundled().reader
    text = net.encode(NEVER_BORING)
    never, boring = (abs(net.contributions(text)[text.tokens.index(word)]) for word in GUESSES[:2])
    right = "both alike" if abs(never - boring) < 0.5 else GUESSES[int(boring > never)]
    at = open_page("sentiment")
    at.radio(key="prediction").set_value(right).run()
    assert at.success[0].value == f"You said: {right}. So it is."
    assert f"by {boring:+.2f}" in sentences(at).replace("−", "+")


@pytest.mark.parametrize(("learning_rate", "is_said"), [(100.0, True), (0.005, False)])
def test_a_run_whose_steps_overshoot_is_told_so(learning_rate, is_said):
    record = store().submit(replace(QUICK, learning_rate=learning_rate, seed=71), "a session that overshoots")
    at = open_page("sentiment", run=run_in_process(store(), record.id).id)
    assert ("try a smaller learning rate than 100." in sentences(at)) is is_said


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
    assert "run" not in at.query_params and "The net that comes with the app" in sentences(at)
    assert "no run" in sentences(elsewhere.run())


def test_train_waits_while_a_box_holds_what_cannot_be_used():
    at = open_page("sentiment")
    at.number_input(key="num_epochs").set_value(100).run()
    assert any("100 cannot be used" in error.value for error in at.error)
    assert at.button(key="train").disabled
    assert any("Train* waits" in caption.value for caption in at.caption)
    at.number_input(key="num_epochs").set_value(3).run()
    assert not at.button(key="train").disabled
