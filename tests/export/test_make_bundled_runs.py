"""The runs that come with the app can be made again."""

from __future__ import annotations

import tempfile

import numpy as np
import pytest
from safetensors.numpy import load_file

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.export import bundled_runs, make_bundled_runs
from seqviz.export.bundled_runs import BUNDLED, load_bundled_run
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.picture_claim import PictureClaim
from seqviz.runs.registry import RealData

SETTINGS = {"hidden_sizes": (3,), "embedding_dim": 4, "num_epochs": 1, "max_length": 6}


@pytest.fixture
def table(tmp_path):
    """Return a folder with a few reviews as a table."""
    rows = [
        f"a {word} film number {k},{label}" for k in range(20) for word, label in (("good", 1), ("bad", 0))
    ]
    (tmp_path / "few.csv").write_text("\n".join(["review,sentiment", *rows]), encoding="utf-8")
    return tmp_path


@pytest.fixture
def declared(monkeypatch):
    """Declare one run on real data, and no other."""
    real = RealData(SETTINGS | {"corpus": "imdb"}, "few.csv", field="corpus")
    monkeypatch.setitem(make_bundled_runs.REAL_DATA, "few", real)
    monkeypatch.setitem(make_bundled_runs.PRETRAINED, "few", SentimentExperiment(corpus="imdb", **SETTINGS))


def test_a_run_on_real_data_keeps_halves_and_no_text(declared, table, monkeypatch, capsys):
    monkeypatch.setenv("SEQVIZ_TEST_DATA", str(table))
    monkeypatch.setattr(make_bundled_runs, "FOLDER", table)
    make_bundled_runs.main(["few"])
    assert capsys.readouterr().out.startswith("few {")
    kept = load_file(table / "few.safetensors")
    assert {array.dtype for array in kept.values()} == {np.dtype(np.float16)}
    run = load_bundled_run("few", table)
    assert {array.dtype for array in run.weights.values()} == {np.dtype(np.float32)}
    assert run.config == to_config(
        make_bundled_runs.PRETRAINED["few"]
    )  # the name of the data, not their place
    assert "mistakes" not in run.result and "accuracy" in run.result


def test_where_the_data_are_not_the_run_is_left_alone(declared, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("SEQVIZ_TEST_DATA", raising=False)
    monkeypatch.setattr(make_bundled_runs, "FOLDER", tmp_path)
    make_bundled_runs.main(["few"])
    assert "left as it is" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_what_was_made_from_real_data_names_its_source():
    sources = (bundled_runs.FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in sources for name in bundled_runs.PRETRAINED)


def ended(experiment):
    yield Metrics(1, 0.5, 0.1, {"loss": 3.0})
    yield Finished({"loss": 3.0}, {"w": np.ones(2)}, {"words": ["a"]})


def test_a_run_is_written_as_it_ended_and_only_if_it_shows_what_is_claimed_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr(make_bundled_runs, "train", ended)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path, teddy = tmp_path / "small.safetensors", BUNDLED["teddy"]

    def make(most):
        claim = PictureClaim("The loss is small.", lambda run: run.history.latest("loss") < most)
        return make_bundled_runs.make_bundled_run(teddy, path, claim)

    with pytest.raises(make_bundled_runs.FalseClaim, match="small is not written.*: The loss is small"):
        make(2.0)
    assert not path.exists()
    refused = next(tmp_path.glob("seqviz-*/small.safetensors"))
    np.testing.assert_array_equal(load_bundled_run("small", refused.parent).weights["w"], np.ones(2))
    assert make(4.0) == {"loss": 3.0}
    run = load_bundled_run("small", tmp_path)
    assert (run.config, run.extras) == (to_config(teddy), {"words": ["a"]})
    np.testing.assert_array_equal(run.weights["w"], np.ones(2))
