from __future__ import annotations

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
