"""Files that an older seqviz kept on the server's disk: they move into the store, once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import CorpusError
from seqviz.runs.store.upload_bounds import Allowance
from seqviz.runs.store.upload_rows import NewUpload, write_upload
from tests.runs.store.kept_files import keep, locked, rows_of

TABLE = b"words,mark,other\ngood one,1,0\ngood two,1,1\nbad one,0,0\nbad two,0,1\n"


def lay_down(home, key, content, about):
    """Write a file to the disk as seqviz did before."""
    place = home / "uploads" / key
    place.mkdir(parents=True)
    (place / "content").write_bytes(content)
    (place / "about.json").write_text(about)
    return "upload:" + key


ABOUT = (
    '{"filename": "mine.csv", "columns": {"text_column": "words", "label_column": "mark"}, "owner": "she", '
    '"use": "reviews", "counted_for": ["browser", "network"]}'
)


def test_files_on_the_disk_of_an_older_seqviz_are_taken_over_once_under_their_keys(
    store, tmp_path, monkeypatch
):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path))
    spec = lay_down(tmp_path, "A" * 22, TABLE, ABOUT)
    with store.uploads.read_here():
        assert load_corpus(spec).name == "mine.csv"
    assert store.uploads.files_of("she", "reviews") == {spec: "mine.csv"}
    with pytest.raises(CorpusError, match="Your files take 67 of 70"):
        keep(store.uploads, b"12345", "x", allowances=[Allowance("browser", "Your files", 70)])
    assert list((tmp_path / "uploads").iterdir()) == []
    store.uploads.delete(spec, "she")
    with store.uploads.read_here(), pytest.raises(CorpusError, match="no longer here"):
        load_corpus(spec)


def test_a_file_that_another_process_takes_over_at_the_same_moment_is_there_once(store, tmp_path):
    spec = lay_down(tmp_path, "A" * 22, TABLE, ABOUT)
    now = datetime.now(UTC)
    with store.writing() as connection:
        write_upload(connection, NewUpload("A" * 22, TABLE, "mine.csv", "she", "reviews", {}, (), now))
    store.uploads.take_over(tmp_path / "uploads")
    assert [file.spec for file in store.uploads.all_files_of("she")] == [spec]
    assert list((tmp_path / "uploads").iterdir()) == []


def test_what_was_left_half_written_on_the_disk_is_passed_over(store, tmp_path):
    lay_down(tmp_path, "B" * 22, b"x", '{"filena')
    lay_down(tmp_path, "." + "C" * 22, b"x", ABOUT)
    (tmp_path / "uploads" / ("D" * 22)).mkdir()
    store.uploads.take_over(tmp_path / "uploads")
    assert rows_of(store) == [0, 0, 0]
    assert len(list((tmp_path / "uploads").iterdir())) == 3


def test_files_that_a_locked_store_does_not_take_over_wait_on_the_disk(impatient, tmp_path):
    spec = lay_down(tmp_path, "A" * 22, TABLE, ABOUT)
    with locked(impatient):
        impatient.uploads.take_over(tmp_path / "uploads")
    assert (tmp_path / "uploads" / ("A" * 22) / "content").read_bytes() == TABLE
    impatient.uploads.take_over(tmp_path / "uploads")
    assert impatient.uploads.read(spec) == TABLE
