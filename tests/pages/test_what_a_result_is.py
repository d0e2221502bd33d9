"""Every result says what it is: which net, whose, of which settings, and whose weights work below it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
import sqlalchemy as sa

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.runs.events import Metrics, Progress, Snapshot
from seqviz.runs.experiment import to_config
from seqviz.runs.store import schema
from seqviz.runs.store.artifacts import Batch
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.sentences import readers
from seqviz.ui.server.engine import store
from tests.pages.open_page import open_page

QUICK = SentimentExperiment(cell="rnn", hidden_sizes=(2,), embedding_dim=2, num_epochs=1, batch_size=512)
#: Kind -> (a page that trains it, an experiment whose settings are not the page's).
ELSEWHERE = {
    "sentiment": ("sentiment", replace(QUICK, seed=11)),
    "language-model": ("text_generation", LanguageModelExperiment(seed=11)),
    "translation": ("seq2seq", TranslationExperiment(seed=11)),
    "word-vectors": ("word2vec", WordVectorsExperiment(seed=11)),
    "recall": ("gradients", RecallExperiment(seed=11, set_forget_bias=True, forget_bias=4.0)),
    "tagging": ("directions", TaggingExperiment(seed=11)),
}


def said(at):
    assert not at.exception, at.exception
    return " ".join(each.value for kind in (at.caption, at.markdown, at.warning, at.info) for each in kind)


def run_of(at):
    given = at.query_params["run"]
    return given if isinstance(given, str) else given[0]


def labels(at):
    return [button.label for button in at.button]


@pytest.fixture(scope="module")
def finished(data_home):
    record = store().submit(QUICK, "another session")
    run_in_process(store(), record.id)
    return store().run(record.id)


def ended(experiment, state, *events, message="", owner="another session"):
    """Make a run that ended so after some events."""
    record = store().submit(experiment, f"{owner}, {state}")
    desk = WorkerClient(store(), f"worker of {record.id}")
    batch = Batch()
    for event in events:
        if isinstance(event, Snapshot):
            batch.snapshots.append(event)
        elif isinstance(event, Progress):
            batch.progress = event
        elif isinstance(event, dict):
            batch.extras = event
        else:
            batch.events.append(event)
    with store().writing() as connection:
        table = schema.runs
        values = {
            "state": "running",
            "worker": desk.name,
            "heartbeat": datetime.now(UTC),
            "started": datetime.now(UTC),
        }
        connection.execute(sa.update(table).where(table.c.id == record.id).values(**values))
    desk.append(record.id, batch)
    if state not in ("running", "paused"):
        desk.end(record.id, state, message or f"It {state}.", 1.0)
    elif state == "paused":
        desk.switch(record.id, "paused", "pause")
    return store().run(record.id)


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


def test_train_says_whose_run_it_found_and_offers_to_train_it_oneself(finished):
    at = open_page("sentiment", cell="RNN", units1="2", embedding_dim="2", num_epochs="1", batch_size="512")
    at.button(key="train").click().run()
    assert run_of(at) == finished.id
    assert "Somebody else has trained exactly this already" in said(at)
    assert "RNN 2 · 1 epoch · " in said(at)
    assert "somebody else's, " in said(at)
    assert labels(at).count("Train it yourself") == 1
    at.button(key=f"again:{finished.id}").click().run()
    mine = store().run(run_of(at))
    assert (mine.attempt, mine.config) == (finished.attempt + 1, finished.config)
    assert mine.owner != finished.owner
    assert "yours, " in said(at)
    assert "trained exactly this already" not in said(at)
    store().delete(mine.id, mine.owner)


def test_who_only_opens_a_run_is_not_told_that_they_asked_for_it(finished):
    at = open_page("sentiment", run=finished.id)
    assert "trained exactly this already" not in said(at)
    assert labels(at).count("Train it yourself") == 1


def test_training_a_run_again_that_was_deleted_meanwhile_is_refused_in_a_sentence():
    record = ended(replace(QUICK, seed=31), "stopped")
    at = open_page("sentiment", run=record.id)
    store().delete(record.id, record.owner)
    at.button(key=f"again:{record.id}").click().run()
    assert not at.exception
    assert any("There is no run" in toast.value for toast in at.toast)
    assert "It may have been deleted" in said(at)


MEASURED = (
    Metrics(0, 0.0, 0.0, {"validation_accuracy": 0.5, "validation_loss": 0.7}),
    Metrics(40, 2.0, 1.0, {"validation_accuracy": 0.8125, "validation_loss": 0.43}),
    Metrics(52, 2.6, 1.2, {"train_accuracy": 0.9, "train_loss": 0.2}),
)


@pytest.mark.parametrize("state", ["stopped", "lost", "diverged", "failed", "paused"])
def test_an_unfinished_run_shows_what_was_measured_and_at_which_step(state):
    record = ended(replace(QUICK, seed=40 + len(state)), state, *MEASURED, Progress(0.26, None, "epoch 3"))
    at = open_page("sentiment", run=record.id)
    begin = "So far" if state == "paused" else "As far as it came"
    assert (
        f"{begin}: training accuracy 90.0%, training loss 0.200 at step 52; "
        "validation accuracy 81.2%, validation loss 0.430 at step 40."
    ) in said(at)
    if state != "paused":
        assert f"{state} at 26 %, last measured 81.2 %" in said(at)
    assert "What follows uses the **net that comes with the app**, not the run above" in said(at)


def test_a_run_that_ended_before_any_measurement_says_so():
    at = open_page("sentiment", run=ended(replace(QUICK, seed=61), "lost").id)
    assert "It ended before anything was measured." in said(at)


def weights_after(step):
    """The weights of a net that has learned for some steps: the bundled net's own, a little smaller each time."""
    state = readers.bundled().reader.net.state_dict()
    return {name: np.asarray(value) * np.float32(1 + step / 1000) for name, value in state.items()}


def test_a_stopped_run_says_that_its_weights_are_those_of_the_newest_kept_step():
    bundled = readers.bundled().reader
    extras = {"vocabulary": list(bundled.vocabulary.tokens)}
    snapshots = [Snapshot(step, step / 20, weights_after(step)) for step in (0, 40)]
    record = ended(replace(bundled.experiment, seed=62), "stopped", extras, *MEASURED, *snapshots)
    at = open_page("sentiment", run=record.id)
    assert "**as it was at step 40 (epoch 2.0)**" in said(at)
    read = readers.reader(record.id)
    expected = f"{read.positive(read.encode(at.text_area(key='review').value)):.4f}"
    charts = [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]
    [bars] = [chart for chart in charts if chart["layout"]["title"]["text"] == "What the net says"]
    assert bars["data"][0]["text"][1] == expected
    np.testing.assert_array_equal(read.net.state_dict()["output.bias"], weights_after(40)["output.bias"])


def test_a_run_stopped_before_it_kept_learned_weights_is_not_read():
    bundled = readers.bundled().reader
    extras = {"vocabulary": list(bundled.vocabulary.tokens)}
    first = Snapshot(0, 0.0, weights_after(0))
    record = ended(replace(bundled.experiment, seed=63), "stopped", extras, MEASURED[0], first)
    at = open_page("sentiment", run=record.id)
    assert "What follows uses the **net that comes with the app**, not the run above" in said(at)
    assert "last measured" not in said(at)


@pytest.mark.parametrize(
    ("page", "kind"), [("text_generation", "language-model"), ("seq2seq", "translation")]
)
def test_a_stopped_writer_says_that_the_net_that_comes_with_the_app_writes(page, kind):
    record = ended(replace(ELSEWHERE[kind][1], seed=64), "stopped")
    assert "What follows uses the **net that comes with the app**, not the run above" in said(
        open_page(page, run=record.id)
    )


def test_the_inspector_lists_ones_own_nets_first_and_says_whose_and_when(finished):
    at = open_page(
        "sentiment", cell="RNN", units1="2", embedding_dim="2", num_epochs="1", batch_size="512", seed="71"
    )
    at.button(key="train").click().run()
    own = run_of(at)
    run_in_process(store(), own)
    later = store().submit(replace(QUICK, seed=72), "another session later")
    run_in_process(store(), later.id)
    at = at.run().switch_page("pages/gate_inspector.py").run()
    options = at.selectbox(key="run").options
    assert "comes with the app" in options[0]
    assert "yours, " in options[1]
    assert all("somebody else's, " in option for option in options[2:])
    assert len(set(options)) == len(options)
    assert not any(run_id in option for option in options for run_id in (own, later.id, finished.id))


def test_only_ones_own_nets_are_called_so_among_the_papers(tmp_path, monkeypatch):
    reviews = tmp_path / "imdb.csv"
    rows = [f"{'good' if k % 2 else 'bad'} film {k},{k % 2}" for k in range(80)]
    reviews.write_text("\n".join(["review,sentiment", *rows]))
    record = store().submit(replace(QUICK, corpus=str(reviews)), "another session")
    run_in_process(store(), record.id)
    measured = (store().run(record.id).result or {}) | {"test_accuracy": 0.5}  # as with IMDB's own test part
    with store().writing() as connection:
        table = schema.runs
        connection.execute(sa.update(table).where(table.c.id == record.id).values(result=measured))

    def titles():
        return [box.label for box in open_page("sentiment", run=record.id).expander if "papers" in box.label]

    assert titles() == ["Where papers of the LSTM era stand on IMDB"]
    monkeypatch.setattr("seqviz.lessons.sentiment.page.owner", lambda: "another session")
    assert titles() == ["Where papers of the LSTM era stand on IMDB, and your own nets among them"]


def test_who_has_a_run_under_way_is_told_which_and_can_stop_it_there():
    at = open_page("sentiment", seed="911")
    at.button(key="train").click().run()
    first = run_of(at)
    at.number_input(key="seed").set_value(912).run()
    at.button(key="train").click().run()
    assert "You have a run under way: LSTM 32" in at.warning[0].value.replace("\\", "")
    assert first not in at.warning[0].value
    at.button(key=f"stop:busy:{first}").click().run()
    assert store().run(first).state == "stopped"
    at.button(key="train").click().run()
    second = run_of(at)
    assert second != first
    store().ask(second, store().run(second).owner, "stop")
