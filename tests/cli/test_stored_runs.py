from __future__ import annotations

from safetensors import safe_open

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store


def test_runs_lists_what_there_is_and_delete_deletes(trained, say):
    with Store() as store:
        doomed = store.submit(SentimentExperiment(seed=5), TEACHER).id
        store.ask(doomed, TEACHER, "stop")
    listed = say("runs")["runs"]
    assert {run["run"] for run in listed} == {trained["run"], doomed}
    assert len({run["name"] for run in listed}) == 2
    assert all(" · yours, " in run["name"] for run in listed)
    say("delete", doomed)
    assert [(run["run"], run["state"], run["mine"]) for run in say("runs")["runs"]] == [
        (trained["run"], "finished", True)
    ]


def test_nets_that_come_with_the_app_go_by_their_names(say, reviews, tmp_path):
    along = {run["run"]: run for run in say("runs")["with_the_app"]}
    assert "imdb-lstm" in along and "comes with the app" in along["imdb-lstm"]["name"]
    assert say("predict", "imdb-lstm", "--text", "A masterpiece, superb acting.")["positive"] > 0.9
    assert say("evaluate", "imdb-gru", "--data", reviews)["accuracy"] > 0.95  # good films and bad ones
    say("export", "imdb-lstm-last", "--out", tmp_path / "net.safetensors")
    with safe_open(tmp_path / "net.safetensors", "pt") as file:
        assert file.metadata()["run"] == "imdb-lstm-last"
