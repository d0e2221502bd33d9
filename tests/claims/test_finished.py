"""The trials that come along: their tables, from which every verdict is computed."""

from __future__ import annotations

import json

import pytest

from seqviz.claims import finished
from seqviz.claims.config import TrialExperiment
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import FOLDER, finished_trial, finished_verdicts, load_trial, save_trial
from seqviz.claims.table import Table
from seqviz.corpora.records import CorpusError
from tests.claims.made_up import table_of

COME_ALONG = [name for name in CLAIMS if (FOLDER / f"{name}.json").exists()]
MOST_BYTES = 300_000
FEWEST_SEEDS = 10


def test_a_trial_is_kept_and_read_again(tmp_path):
    table = table_of(lambda lag, rng: 0.1, 3)
    result = {"rows": [row.as_data() for row in table.rows], "machine": {"cores": "2"}, "seconds": 3.5}
    result["rows"][0] |= {"value": None, "state": "diverged"}
    save_trial(result, tmp_path / "E3.json")
    found = load_trial(tmp_path / "E3.json")
    assert (found.machine, found.seconds) == ({"cores": "2"}, 3.5)
    kept = {(str(row.condition), row.arm, row.seed): (row.value, row.state) for row in found.table.rows}
    for row in Table.from_data(result["rows"]).rows:
        value, state = kept[str(row.condition), row.arm, row.seed]
        assert state == row.state
        assert value == (None if row.value is None else pytest.approx(row.value, rel=1e-5))


def test_a_trial_is_made_again_with_what_real_reviews_add(tmp_path, monkeypatch, counting_claim):
    monkeypatch.setenv("SEQVIZ_STORE", f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setattr(finished, "find_imdb", lambda: tmp_path)
    for further, starts in (({}, {1, 40}), ({counting_claim.id: "start=90"}, {1, 40, 90})):
        monkeypatch.setattr(finished, "ON_REAL_REVIEWS", further)
        made = finished.make_trial(counting_claim.id, tmp_path)
        assert {row.condition["start"] for row in made.table.rows} == starts
    assert made == load_trial(tmp_path / f"{counting_claim.id}.json")


def test_without_real_reviews_a_trial_that_they_belong_to_is_left_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(finished, "find_imdb", lambda: None)
    with pytest.raises(CorpusError, match="SEQVIZ_TEST_DATA"):
        finished.make_trial("E4", tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_levels_of_real_reviews_are_the_claims_own():
    for name, levels in finished.ON_REAL_REVIEWS.items():
        assert TrialExperiment(name, levels=levels).schedule()


@pytest.mark.parametrize("name", COME_ALONG)
def test_a_trial_that_comes_along_is_of_its_claim_small_and_of_ten_seeds(name):
    path = FOLDER / f"{name}.json"
    assert path.stat().st_size <= MOST_BYTES
    trial, claim = finished_trial(name), CLAIMS[name]
    scheduled = {
        (json.dumps(dict(entry.condition)), entry.arm, entry.seed)
        for entry in TrialExperiment(name, FEWEST_SEEDS).schedule()
    }
    measured = {(json.dumps(dict(row.condition)), row.arm, row.seed) for row in trial.table.rows}
    assert scheduled <= measured, "make trials: it was made for other conditions"
    assert claim.kind == "exact" or len(trial.table.seeds) >= FEWEST_SEEDS
    assert trial.machine["processor"] and trial.machine["date"]


def test_verdicts_are_computed_from_the_tables():
    verdicts = finished_verdicts()
    assert set(verdicts) == set(COME_ALONG)
    assert all(verdict.word != "too few seeds" for verdict in verdicts.values())
