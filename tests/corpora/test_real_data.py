from __future__ import annotations

import os
from pathlib import Path

import pytest

from seqviz.corpora.real_data import REVIEWS, find_real_data, make_again, use_real_reviews


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Give a folder of real data with one file, and a function that makes an asset again with some arguments."""
    (tmp_path / "data" / "film").mkdir(parents=True)
    (tmp_path / "data" / "film" / "reviews.csv").write_text("at hand")
    (tmp_path / "other.csv").write_text("named")
    monkeypatch.setenv("SEQVIZ_TEST_DATA", str(tmp_path / "data"))
    asset = tmp_path / "asset.json"
    asset.write_text("as it was")

    def again(*arguments):
        monkeypatch.setattr("sys.argv", ["make", *map(str, arguments)])
        make_again(asset, lambda source: asset.write_text(source.read_text()) and None, "film/reviews.csv")
        return asset.read_text()

    return tmp_path, again


def test_an_asset_is_made_from_what_is_named_else_from_what_is_at_hand(made, capsys):
    folder, again = made
    assert again() == "at hand"
    assert again(folder / "other.csv") == "named"
    assert "asset.json: 5 bytes from" in capsys.readouterr().out


@pytest.mark.parametrize("data", ["", "elsewhere"])
def test_without_data_it_is_left_as_it_is_and_that_is_said(made, data, monkeypatch, capsys):
    monkeypatch.setenv("SEQVIZ_TEST_DATA", data)
    assert made[1]() == "as it was"
    assert capsys.readouterr().out.startswith("asset.json is left as it is")
    assert find_real_data("film") is None


def test_a_folder_of_data_is_found_too(made):
    assert find_real_data("film") == Path(made[0], "data", "film")


def test_real_reviews_are_used_where_they_are_and_where_none_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_TEST_DATA", str(tmp_path))
    monkeypatch.setenv("SEQVIZ_IMDB", "named")
    (tmp_path / REVIEWS).parent.mkdir()
    (tmp_path / REVIEWS).touch()
    use_real_reviews()
    assert os.environ["SEQVIZ_IMDB"] == "named"
    monkeypatch.delenv("SEQVIZ_IMDB")
    use_real_reviews()
    assert os.environ["SEQVIZ_IMDB"] == str(tmp_path / REVIEWS)
    monkeypatch.delenv("SEQVIZ_IMDB")
    (tmp_path / REVIEWS).unlink()
    use_real_reviews()
    assert "SEQVIZ_IMDB" not in os.environ
