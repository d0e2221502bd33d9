from __future__ import annotations

import json

from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store
from tests.cli.tiny import TINY, kept


def test_train_reports_the_run_its_accuracies_and_its_size(trained):
    assert set(trained) == {"run", "accuracy", "test_accuracy", "seconds", "parameters", "epochs"}
    assert 0 <= trained["accuracy"] <= 1
    assert 0 <= trained["test_accuracy"] <= 1
    assert trained["epochs"] == 2
    record = kept(trained["run"])
    assert (record.owner, record.pinned, record.config["hidden_sizes"]) == (TEACHER, True, [5, 3])


def test_the_same_training_asked_again_is_answered_at_once(trained, reviews, say):
    again = say("train", "--corpus", reviews, *TINY)
    assert again == {name: value for name, value in trained.items() if name != "test_accuracy"}


def test_settings_come_from_preset_then_file_then_options(trained, reviews, say, tmp_path):
    settings = kept(trained["run"]).config | {"seed": 7}
    config = tmp_path / "config.json"
    config.write_text(json.dumps(settings))
    assert say("train", "--preset", "imdb", "--config", config, "--seed", "0")["run"] == trained["run"]


def test_a_table_that_cannot_be_learned_from_is_refused_before_it_becomes_a_run(refusal, tmp_path):
    table = tmp_path / "two.csv"
    table.write_text("review,sentiment\ngood,positive\nbad,negative\n")
    with Store() as store:
        runs = len(store.runs())
        assert "Two different texts of each class are needed" in refusal("train", "--corpus", table)
        assert len(store.runs()) == runs
