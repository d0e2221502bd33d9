"""The store: shared runs, whose they are, and what becomes of them."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from seqviz.runs.events import Finished
from seqviz.runs.store import schema
from seqviz.runs.store.records import TEACHER, TRIALS, Busy, NotYours, StoreError, UnknownRun
from seqviz.runs.store.store import Store
from tests.runs.counting import CountingExperiment
from tests.runs.finished import COUNT, finish


def test_the_same_experiment_asked_twice_is_one_run_while_it_waits_trains_pauses_or_has_finished(store, desk):
    run = store.submit(COUNT, "anna")
    assert store.submit(COUNT, "ben") == run
    desk.claim(run.id)
    assert store.submit(COUNT, "ben").id == run.id
    desk.switch(run.id, "paused", "pause")
    assert store.submit(COUNT, "ben").id == run.id
    desk.finish(run.id, Finished({}, {}), 1.0)
    assert store.submit(COUNT, "ben").id == run.id


@pytest.mark.parametrize("state", ["stopped", "lost", "diverged", "failed"])
def test_a_run_without_a_result_is_not_shared(store, desk, state):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    desk.end(run.id, state, "why")
    again = store.submit(COUNT, "ben")
    assert (again.id, again.state) == (run.id.removesuffix("-1") + "-2", "waiting")


def test_a_run_that_a_time_budget_ended_is_not_shared(store, desk):
    run_id = finish(store, desk, ended_by="time budget")
    assert store.submit(COUNT, "ben").id != run_id


def test_anew_makes_the_next_attempt(store, desk):
    first = finish(store, desk, ended_by="epochs")
    assert store.submit(COUNT, "ben").id == first
    assert store.submit(COUNT, "ben", force=True).attempt == 2


def test_another_config_or_another_corpus_file_is_another_run(store, tmp_path):
    corpus = tmp_path / "mine.csv"
    corpus.write_text("text,label\n")
    experiments = [COUNT, replace(COUNT, steps=4), replace(COUNT, corpus=str(corpus))]
    ids = {store.submit(each, TEACHER).id for each in experiments}
    corpus.write_text("text,label\na correction,1\n")
    assert len(ids | {store.submit(experiments[2], TEACHER).id}) == 4


def test_thirty_people_at_once_get_one_run(store):
    ids: list[str] = []
    people = [
        threading.Thread(target=lambda owner=f"{k}": ids.append(store.submit(COUNT, owner).id))
        for k in range(30)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(ids) == 30
    assert len(set(ids)) == 1


def test_a_session_has_one_live_run_and_is_told_which(store, desk):
    run = store.submit(COUNT, "anna")
    with pytest.raises(Busy, match=run.id) as refused:
        store.submit(replace(COUNT, steps=4), "anna")
    assert refused.value.run_id == run.id
    store.ask(run.id, "anna", "stop")
    assert store.submit(replace(COUNT, steps=4), "anna").state == "waiting"


def test_a_teacher_may_have_several_live_runs_which_all_may_see(store):
    for steps in (4, 5):
        store.submit(replace(COUNT, steps=steps, private=True), TEACHER)
    assert [run.pinned for run in store.runs("somebody")] == [True, True]


def test_trials_may_have_several_live_runs_and_none_is_pinned(store):
    runs = [store.submit(CountingExperiment(steps=steps), TRIALS) for steps in (1, 2, 3)]
    assert len({run.id for run in runs}) == 3
    assert not any(run.pinned for run in runs)


def test_runs_of_trials_are_on_nobodys_list_but_their_own(store):
    run = store.submit(CountingExperiment(), TRIALS)
    assert store.runs("anna") == store.runs() == []
    assert [found.id for found in store.runs(TRIALS)] == [run.id]
    assert store.submit(CountingExperiment(), "anna").id == run.id


@pytest.mark.parametrize("attempt", ["stop", "pause", "resume"])
def test_only_the_owner_may_ask_for_anything(store, attempt):
    run = store.submit(COUNT, "anna")
    with pytest.raises(NotYours, match=run.id):
        store.ask(run.id, "ben", attempt)
    with pytest.raises(NotYours):
        store.delete(run.id, "ben")
    with pytest.raises(NotYours):
        store.pin(run.id, "ben", True)
    assert store.run(run.id) == run


def test_private_runs_are_listed_to_their_owner_only_and_cannot_be_guessed(store, tmp_path):
    secret = replace(COUNT, private=True)
    mine, theirs = store.submit(secret, "anna"), store.submit(secret, "ben")
    assert mine.id != theirs.id
    assert len(mine.id) >= 32
    assert store.runs("anna") == [mine]
    assert store.runs() == []
    assert store.run(mine.id) == mine
    with Store(f"sqlite:///{tmp_path / 'another.sqlite'}") as another:
        assert another.submit(secret, "anna").id != mine.id


def test_runs_are_listed_newest_first_by_kind_and_up_to_a_limit(store):
    runs = [store.submit(replace(COUNT, steps=k), f"{k}") for k in (1, 2, 3)]
    assert store.runs() == runs[::-1]
    assert store.runs(limit=1) == runs[2:]
    assert store.runs(kind="sentiment") == []


def test_an_unknown_run_is_refused_in_a_sentence(store):
    with pytest.raises(UnknownRun, match="There is no run 'nope' in this store"):
        store.run("nope")
    with pytest.raises(StoreError, match="has no weights"):
        store.weights(store.submit(COUNT, "anna").id)


def test_a_silent_run_is_lost_for_whoever_looks(store, desk):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    assert store.run(run.id).state == "running"
    with store.writing() as connection:
        connection.execute(sa.update(schema.runs).values(heartbeat=datetime.now(UTC) - timedelta(seconds=11)))
    record = store.run(run.id)
    assert record.state == "lost"
    assert "ended unexpectedly" in record.message
    assert not record.is_live


def test_stopping_what_waits_ends_it_and_stopping_what_is_over_changes_nothing(store, desk):
    run = store.submit(COUNT, "anna")
    assert store.ask(run.id, "anna", "pause").state == "waiting"
    stopped = store.ask(run.id, "anna", "stop")
    assert stopped.state == "stopped"
    assert store.ask(run.id, "anna", "stop") == stopped


def test_a_store_is_there_again_when_it_is_opened_again(store, desk):
    run_id = finish(store, desk)
    with Store(store.url) as reopened:
        assert reopened.run(run_id) == store.run(run_id)
        assert reopened.submit(COUNT, "ben").id == run_id


def test_only_the_owner_names_a_run_and_takes_the_name_back(store, desk):
    run = finish(store, desk)
    assert store.run(run).label is None
    assert store.rename(run, "anna", "a\x00\ud800 net").label == "a\x00\ud800 net"
    assert [record.label for record in store.runs("anna")] == ["a\x00\ud800 net"]
    with pytest.raises(NotYours):
        store.rename(run, "bert", "mine")
    assert store.rename(run, "anna", "").label is None
    store.rename(run, "anna", "once more")
    store.delete(run, "anna")
