"""A trial is experiments of the common store."""

from __future__ import annotations

import pytest

from seqviz.claims.config import TrialExperiment
from seqviz.claims.table import Table
from seqviz.claims.trial import trial_events
from seqviz.claims.trial_notes import MEASURED, rows_of
from seqviz.corpora.records import CorpusError
from seqviz.runs.events import Finished, Note, Progress
from seqviz.runs.store.records import TRIALS
from tests.runs.counting import CountingExperiment

pytestmark = pytest.mark.usefixtures("counting_claim")


def held(store, claim="E4", **changes):
    events = list(trial_events(TrialExperiment(claim, **changes), store))
    return events, events[-1].result


def counting_runs(store):
    return store.own_runs(TRIALS, "counting")


def test_it_measures_every_arm_and_gives_a_verdict(store):
    events, result = held(store)
    table = Table.from_data(result["rows"])
    assert [(row.condition["start"], row.arm, row.seed, row.value) for row in table.rows[:4]] == [
        (1, "longer", 0, 2.0),
        (1, "shorter", 0, 1.0),
        (40, "longer", 0, 41.0),
        (40, "shorter", 0, 40.0),
    ]
    assert (result["verdict"], result["seeds"], len(table.rows)) == ("holds here", 5, 20)
    assert result["machine"]["cores"]
    assert isinstance(events[-1], Finished)


def test_what_it_has_measured_so_far_is_told_after_every_run(store):
    events, result = held(store)
    notes = [event.content for event in events if isinstance(event, Note) and event.topic == MEASURED]
    assert rows_of(notes) == Table.from_data(result["rows"])
    assert len(notes) == 20


def test_its_progress_never_goes_back_and_says_what_is_done(store):
    events, _ = held(store, num_seeds=2)
    progress = [event for event in events if isinstance(event, Progress)]
    fractions = [event.fraction for event in progress]
    assert fractions == sorted(fractions)
    assert progress[0].message == "seed 1 of 2: longer, start 1"
    assert (progress[-1].message, progress[-1].fraction) == ("seed 2 of 2: longer, start 40", 1.0)


def test_a_run_that_was_made_before_is_not_made_again(store):
    held(store, num_seeds=3)
    before = {run.id for run in counting_runs(store)}
    _, result = held(store, num_seeds=4)
    assert before < {run.id for run in counting_runs(store)}
    assert {row["run"] for row in result["rows"] if row["seed"] < 3} <= before


def test_the_seconds_told_hold_what_runs_took_that_were_made_before(store):
    held(store, num_seeds=1)
    took = sum(run.seconds for run in counting_runs(store))
    _, result = held(
        store, num_seeds=1
    )  # the same trial once more, as another claim would read the same runs
    assert result["seconds"] >= round(took, 1)


def test_a_run_that_somebody_made_on_a_page_serves_the_trial(store):
    from seqviz.runs.workers.runner import run_in_process

    theirs = store.submit(CountingExperiment(steps=40), "anna")
    run_in_process(store, theirs.id)
    _, result = held(store, num_seeds=1)
    assert theirs.id in {row["run"] for row in result["rows"]}


def test_its_runs_stay_off_everybodys_list_but_are_shared(store):
    held(store, num_seeds=1)
    assert store.runs("anna") == []
    shared = store.submit(CountingExperiment(steps=1), "anna")
    assert (shared.owner, shared.state) == (TRIALS, "finished")


def test_a_stopped_trial_leaves_a_balanced_table_and_goes_on_where_it_was(store):
    events = trial_events(TrialExperiment("E4"), store)
    rows = []
    for event in events:
        if isinstance(event, Note):
            rows += event.content["rows"]
        if len(rows) >= 8:
            break
    events.close()
    assert [row["seed"] for row in rows] == [0] * 4 + [1] * 4
    made = {run.id for run in counting_runs(store)}
    _, result = held(store)
    assert {row["run"] for row in result["rows"]} >= made
    assert result["verdict"] == "holds here"


def test_whoever_stops_a_trial_stops_the_run_at_work(store):
    events = trial_events(TrialExperiment("E4"), store)
    while not any(run.state == "running" for run in counting_runs(store)):
        next(events)
    events.close()
    states = {run.state for run in counting_runs(store)}
    assert states <= {"stopped", "finished"} and "stopped" in states


def test_diverged_arms_are_counted_and_give_no_verdict(store):
    _, result = held(store, levels="start=90")
    assert result["verdict"] == "too few seeds"
    assert result["conditions"][0]["broken"] == {"diverged": 5}
    assert result["sentence"].endswith(" Left out: 5 measurements whose run diverged.")


def test_runs_that_are_lost_half_way_leave_no_verdict_and_are_counted(store, monkeypatch):
    made = store.run

    def forgetful(run_id):
        record = made(run_id)
        if record.config.get("steps", 0) >= 40 and not record.is_live:
            store.delete(run_id, record.owner)
        return made(run_id)

    monkeypatch.setattr(store, "run", forgetful)
    _, result = held(store)
    assert [one["verdict"] for one in result["conditions"]] == ["supported", "too few seeds"]
    assert result["conditions"][1]["broken"] == {"lost": 10}
    assert result["verdict"] == "undecided"


def test_one_seed_is_no_verdict(store):
    assert held(store, num_seeds=1)[1]["verdict"] == "too few seeds"


def test_a_corpus_that_is_missing_is_said_before_any_run(store, monkeypatch):
    monkeypatch.setattr("seqviz.corpora.imdb.find_imdb", lambda: None)
    with pytest.raises(CorpusError, match="IMDB is not on this computer"):
        held(store, claim="E5", levels="corpus=imdb")
    assert store.own_runs(TRIALS, "sentiment") == []
