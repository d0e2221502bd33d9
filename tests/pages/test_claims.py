"""The page of the claims on trial, as a person finds it."""

from __future__ import annotations

import pytest

from seqviz.claims.claim import PART
from seqviz.claims.config import TrialExperiment
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_trial, finished_verdict
from seqviz.claims.sentences import short_verdict, verdict_sentence
from seqviz.claims.table import Row
from seqviz.claims.trial_notes import note_of
from seqviz.corpora.loading import KnownCorpus
from seqviz.lessons.claims import card, overview, run
from seqviz.runs.store.artifacts import Batch
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.runs.workers.execution import Execution
from seqviz.ui.on_trial import verdict_in_words
from seqviz.ui.server.engine import store
from tests.pages.open_page import open_page, texts, widget

COMES_ALONG = "E10"


def test_the_overview_lists_every_claim_and_the_card_says_the_verdict():
    at = open_page("claims", claim=COMES_ALONG)
    said = texts(at)
    assert all(claim.told in said for claim in CLAIMS.values())
    verdict = finished_verdict(COMES_ALONG)
    assert verdict_sentence(CLAIMS[COMES_ALONG], verdict) in said
    assert short_verdict(verdict) in said
    at.button(key="open:E1").click().run()
    assert "by formula" in texts(at)


def test_hidden_verdicts_are_nowhere_before_the_prediction():
    at = open_page("claims", claim=COMES_ALONG, hide="true")
    assert verdict_sentence(CLAIMS[COMES_ALONG], finished_verdict(COMES_ALONG)) not in texts(at)
    at.radio(key="prediction").set_value("It depends on the condition.").run()
    assert verdict_sentence(CLAIMS[COMES_ALONG], finished_verdict(COMES_ALONG)) in texts(at)


def test_a_claim_without_a_trial_says_so(monkeypatch):
    monkeypatch.setattr(card, "finished_trial", lambda name: None)
    monkeypatch.setattr(overview, "finished_verdict", lambda name: None)
    said = texts(open_page("claims", claim="E4"))
    assert "no finished trial of this claim comes with the app" in said
    assert "**16** not yet tried here" in said


def test_one_seed_and_one_level_are_said_beforehand():
    said = texts(open_page("claims", claim="E4", seeds="1", levels="E4: training reviews=500"))
    assert "With fewer than 5 seeds it shows points and gives no verdict." in said
    assert "With one level of training reviews, corpus it cannot tell whether that matters." in said


def test_levels_that_the_claim_does_not_have_are_refused_in_a_sentence():
    said = texts(open_page("claims", claim="E4", levels="E4: training reviews=7"))
    assert "The training reviews may be 125" in said
    assert "may be" not in texts(open_page("claims", claim="E3", levels="E4: training reviews=7"))


@pytest.fixture
def trial_of_formula():
    """A finished trial in the store, made in this process."""
    record = store().submit(TrialExperiment("E1", levels="units=8"), "somebody")
    desk = WorkerClient(store(), "worker")
    claimed = desk.claim(record.id)
    if claimed is not None:
        Execution(desk, claimed).execute()
    return store().run(record.id)


def test_a_trial_in_the_address_is_shown_on_the_card_of_its_claim(trial_of_formula):
    assert trial_of_formula.state == "finished", trial_of_formula.message
    said = texts(open_page("claims", claim="E1", run=trial_of_formula.id))
    assert trial_of_formula.result["sentence"] in said
    assert "This trial comes with the app" not in said
    assert "This trial comes with the app" in texts(
        open_page("claims", claim=COMES_ALONG, run=trial_of_formula.id)
    )


def ended(name, rows, state):
    """A trial that was stopped with these rows; nothing ran."""
    record = store().submit(TrialExperiment(name, num_seeds=29), state)
    desk = WorkerClient(store(), f"ends {state}")
    desk.claim(record.id)
    desk.append(record.id, Batch(events=[note_of(rows)]))
    desk.end(record.id, "stopped", "Stopped.")
    return record.id


def test_a_trial_that_was_stopped_after_one_arm_says_so_and_draws_nothing():
    arm = [row for row in finished_trial("E4").table.rows if row.arm == "GRU"]
    said = texts(open_page("claims", claim="E4", run=ended("E4", arm, "one arm")))
    assert "**Too few seeds** for a verdict: no seed has all that is compared, and 5 are needed." in said
    assert "nothing to draw, for no seed has all that is compared" in said
    assert "before anything was measured" not in said


def test_a_trial_of_parts_that_the_claim_no_longer_has_is_to_be_run_again():
    row = Row({PART: "what it once said"}, "GRU", 0, 0.5)
    at = open_page("claims", claim="E5", run=ended("E5", [row], "other parts"))
    assert run.EARLIER in texts(at) and not at.exception


def test_a_lost_trial_is_said_and_the_one_that_comes_along_is_shown():
    said = texts(open_page("claims", claim=COMES_ALONG, run="nowhere-1"))
    assert "It may have been deleted." in said
    assert "This trial comes with the app" in said


def test_the_button_asks_for_the_trial():
    at = open_page("claims", claim="E1", seeds="3")
    at.button(key="train:trial").click().run()
    run_id = at.query_params["run"]
    run_id = run_id[0] if isinstance(run_id, list) else run_id
    assert store().run(run_id).config == {"claim": "E1", "num_seeds": 3, "levels": "usual"}
    assert widget(at, "seeds").value == 3


def test_a_lesson_links_to_its_claims_and_a_claim_to_its_lessons():
    at = open_page("gru_cell")
    said = [text.value for text in at.markdown if CLAIMS["E1"].told in text.value]
    assert len(said) == 1 and said[0].endswith(verdict_in_words(CLAIMS["E1"]))
    assert "claim=E1" in [link.proto.query_string for link in at.get("page_link")]
    labels = [link.proto.label for link in at.get("page_link")]
    told = {name for name, claim in CLAIMS.items() if f"The trial ({name})" in labels}
    assert told == {"E1", "E2", "E3", "E4", "E6"}
    links = [link.proto.label for link in open_page("claims", claim="E1").get("page_link")]
    assert sum(label.startswith("The lesson:") for label in links) == len(CLAIMS["E1"].pages)


def test_a_corpus_that_is_not_on_this_computer_is_not_offered(monkeypatch):
    monkeypatch.setattr(run, "known_corpora", list)
    assert run.NOT_AT_HAND not in texts(open_page("claims", claim="E4"))
    missing = KnownCorpus("imdb", "IMDB", "", False, "")
    monkeypatch.setattr(run, "known_corpora", lambda: [missing])
    at = open_page("claims", claim="E4", levels="E4: corpus=imdb")
    assert run.NOT_AT_HAND in texts(at) and not at.exception
