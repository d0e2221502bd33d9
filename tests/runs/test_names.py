"""A run's name says which net it is, how it ended, whose it is and when; no two of a list share one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.runs.experiment import to_config
from seqviz.runs.names import Viewer, name_of, names_of
from seqviz.runs.registry import experiment_class, known_kinds
from seqviz.runs.settings import value_of
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import TEACHER, RunRecord

NOW = datetime(2026, 11, 28, 14, 2, 30, tzinfo=UTC)
ANNA = Viewer("anna", NOW, UTC)


def run(kind="sentiment", state="finished", result=None, owner="anna", created=NOW, attempt=1, **settings):
    config = to_config(experiment_class(kind)(**settings))
    return RunRecord(
        id=f"{abs(hash(str(config))):x}-{attempt}", attempt=attempt, kind=kind, version=1, config=config, owner=owner,
        private=False, pinned=False, state=state, asked=None, heartbeat=None, created=created, started=created,
        ended=None, expected_seconds=1.0, fraction=0.31, seconds_left=None, doing="", message="", seconds=1.0,
        result={} if state == "finished" and result is None else result, num_bytes=0,
    )  # fmt: skip


def test_a_finished_net_is_called_by_cell_size_length_accuracy_owner_and_time():
    assert name_of(run(result={"accuracy": 0.962}), ANNA) == "LSTM 32 · 8 epochs · 96.2% · yours, 14:02"
    stacked = run(
        cell="gru", hidden_sizes=(32, 16), bidirectional=True, num_epochs=1, result={"accuracy": 1.0}
    )
    assert name_of(stacked, ANNA) == "GRU 32 + 16, both directions · 1 epoch · 100.0% · yours, 14:02"


@pytest.mark.parametrize(
    ("kind", "result", "said"),
    [
        (
            "language-model",
            {"bits_per_character": 1.9412},
            "LSTM 128 · characters · 20 epochs · 1.941 bits per character",
        ),
        ("translation", {"exact_match": 0.5}, "GRU 64, additive attention · french · 10 epochs · 50.0%"),
        ("word-vectors", {"loss": 1.5}, "skip-gram, 50 numbers, window 4 · 15 epochs · loss 1.500"),
        ("recall", {"arms": {}}, "RNN, LSTM, GRU of 32 units · lags to 40 · finished"),
    ],
)
def test_other_kinds_are_called_by_what_they_are_judged_by(kind, result, said):
    assert name_of(run(kind, result=result), ANNA) == f"{said} · yours, 14:02"


@pytest.mark.parametrize(
    ("state", "so_far", "said"),
    [
        ("waiting", None, "waiting"),
        ("running", None, "learning"),
        ("paused", None, "paused"),
        ("stopped", 0.712, "stopped at 31%, last measured 71.2%"),
        ("stopped", None, "stopped at 31%"),
        ("lost", 0.5, "lost at 31%, last measured 50.0%"),
        ("diverged", None, "diverged at 31%"),
        ("failed", None, "failed at 31%"),
    ],
)
def test_an_unfinished_run_says_how_far_it_came(state, so_far, said):
    assert f" · {said} · " in name_of(run(state=state), ANNA, so_far)


def test_whose_a_run_is_depends_on_who_looks():
    for owner, said in (("anna", "yours"), ("ben", "somebody else's"), (TEACHER, "your teacher's")):
        assert f" {said}, " in name_of(run(owner=owner), ANNA)
    assert "yours, " in name_of(run(owner=TEACHER), Viewer(TEACHER, NOW, UTC))


@pytest.mark.parametrize(
    ("created", "said"),
    [
        (NOW - timedelta(hours=3), "11:02"),
        (NOW - timedelta(days=1), "27 Nov, 14:02"),
        (NOW - timedelta(days=400), "24 Oct 2025, 14:02"),
    ],
)
def test_the_date_is_told_where_it_is_not_today(created, said):
    assert name_of(run(created=created), ANNA).endswith(f" · yours, {said}")


def test_the_time_is_that_of_the_clock_where_one_looks():
    tokyo = Viewer("anna", NOW, ZoneInfo("Asia/Tokyo"))
    assert name_of(run(), tokyo).endswith("yours, 23:02")
    assert name_of(run(created=NOW - timedelta(hours=12)), tokyo).endswith("yours, 11:02")
    assert name_of(run(created=NOW - timedelta(hours=24)), tokyo).endswith("yours, 27 Nov, 23:02")


@pytest.mark.parametrize("kind", known_kinds())
def test_every_kind_of_run_is_called_by_its_settings(kind):
    called = settings_name(kind, to_config(experiment_class(kind)()))
    assert called != kind
    assert any(character.isdigit() for character in called) or kind == "baseline"


def test_a_kind_or_a_config_from_elsewhere_is_called_by_its_kind():
    assert settings_name("counting", {"steps": 3}) == "counting"
    assert settings_name("sentiment", {"cell": "lstm"}) == "sentiment"


@pytest.mark.parametrize(("kind", "field"), [("sentiment", "corpus"), ("translation", "task")])
def test_the_key_of_an_upload_is_told_to_nobody(kind, field):
    key = "AAAAAAAAAAAAAAAAAAAAAA"
    said = name_of(run(kind, **{field: f"upload:{key}"}), ANNA) + value_of(field, f"upload:{key}")
    assert key not in said
    assert "an uploaded file" in said


def test_runs_of_one_name_tell_the_settings_in_which_they_differ():
    first, second = run(learning_rate=0.005), run(learning_rate=100.0, dropout=0.3)
    names = names_of([first, second], ANNA)
    assert "dropout 0.3, learning rate 100" in names[second.id]
    assert "dropout 0, learning rate 0.005" in names[first.id]
    assert "learning rate" not in names_of([first, run(cell="gru")], ANNA)[first.id]


RUNS = st.builds(
    run,
    owner=st.sampled_from(["anna", "ben", TEACHER]),
    state=st.sampled_from(["finished", "stopped", "running"]),
    created=st.sampled_from([NOW, NOW - timedelta(seconds=1), NOW - timedelta(days=1)]),
    attempt=st.integers(1, 4),
    seed=st.integers(0, 2),
    cell=st.sampled_from(["lstm", "gru"]),
    dropout=st.sampled_from([0.0, 0.1]),
    max_length=st.integers(100, 102),
    batch_size=st.integers(32, 34),
)


@given(st.lists(RUNS, max_size=12, unique_by=lambda record: record.id))
def test_no_two_runs_of_a_list_have_one_name(runs):
    names = names_of(runs, ANNA)
    assert list(names) == [record.id for record in runs]
    assert len(set(names.values())) == len(runs)


def test_a_name_of_ones_own_is_read_by_its_owner_and_a_teachers_by_all():
    labelled = replace(run(result={"accuracy": 0.962}), label="my best")
    assert name_of(labelled, ANNA) == "my best · 96.2% · yours, 14:02"
    assert name_of(labelled, replace(ANNA, owner="bert")).startswith("LSTM 32")
    assert name_of(replace(labelled, owner=TEACHER), ANNA).startswith("my best · 96.2% · your teacher's")
