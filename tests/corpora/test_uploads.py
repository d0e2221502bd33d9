import errno
import os
from pathlib import Path

import pytest

from seqviz.corpora import uploads
from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import CorpusError

TABLE = b"words,mark,other\ngood one,1,0\ngood two,1,1\nbad one,0,0\nbad two,0,1\n"


def keep(data, filename, owner="she", use="text", allowances=(), **columns):
    return uploads.keep(data, filename, owner=owner, use=use, allowances=allowances, **columns)


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path))


def test_a_table_is_kept_with_its_columns_and_loaded_as_a_corpus():
    spec = keep(TABLE, "mine.csv", use="reviews", text_column="words", label_column="mark")
    corpus = load_corpus(spec)
    assert corpus.name == "mine.csv"
    assert (len(corpus.train), len(corpus.validation)) == (2, 2)
    assert uploads.read_kept_table(spec).labels.tolist() == [1, 1, 0, 0]


def test_any_bytes_are_kept_as_they_are_under_a_new_key_each_time():
    first, second = keep(b"\x00bytes", "a"), keep(b"\x00bytes", "a")
    assert first != second and uploads.read(first) == uploads.read(second) == b"\x00bytes"


def test_a_person_finds_her_own_files_again_and_nobody_elses(tmp_path):
    first, second = keep(b"1", "b.txt", use="prose"), keep(b"2", "a.txt", use="prose")
    keep(b"3", "pairs.txt", use="pairs")
    keep(b"4", "his.txt", owner="he", use="prose")
    assert list(uploads.files_of("she", "prose").items()) == [(first, "b.txt"), (second, "a.txt")]
    (tmp_path / "uploads" / first.removeprefix(uploads.PREFIX) / "about.json").write_text('{"filena')
    assert uploads.files_of("she", "prose") == {second: "a.txt"}
    assert uploads.files_of("", "prose") == {}


def test_a_deleted_upload_is_gone():
    spec = keep(b"x", "x.txt")
    uploads.delete(spec)
    with pytest.raises(CorpusError, match="no longer here"):
        uploads.read(spec)


@pytest.mark.parametrize("key", ["", ".", "..", "../uploads", "/etc", "a" * 22, "ü" * 22, "a" * 21 + "\n"])
def test_a_key_that_was_never_given_leads_nowhere(key):
    for reader in (uploads.read, uploads.delete, uploads.filename_of, load_corpus):
        with pytest.raises(CorpusError, match="no longer here"):
            reader("upload:" + key)


def test_too_large_an_upload_is_refused(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_UPLOAD_BYTES", 3)
    with pytest.raises(CorpusError, match="has 4 bytes; at most 3"):
        keep(b"four", "x.txt")


def test_a_full_place_takes_no_more(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_KEPT_BYTES", 100)
    keep(b"12345", "x.txt")
    with pytest.raises(CorpusError, match="delete some first"):
        keep(b"1" * 90, "x.txt")


def test_the_filename_is_never_a_path(tmp_path):
    spec = keep(b"x", "../../escape.csv")
    assert uploads.filename_of(spec) == "../../escape.csv"
    assert {file.name for file in tmp_path.rglob("*") if file.is_file()} == {"content", "about.json"}


def test_a_persons_files_are_listed_with_their_sizes_whatever_they_are_for():
    first, second = keep(b"1234", "a.txt", use="prose"), keep(b"12", "b.txt", use="pairs")
    keep(b"3", "his.txt", owner="he", use="prose")
    assert [(file.spec, file.use, file.num_bytes) for file in uploads.all_files_of("she")] == [
        (first, "prose", 4),
        (second, "pairs", 2),
    ]
    uploads.delete(first)
    assert [file.spec for file in uploads.all_files_of("she")] == [second]


def test_an_allowance_is_used_up_by_all_files_that_count_for_it_and_freed_by_deleting():
    mine = uploads.Allowance("browser", "Your files", 10)
    network = uploads.Allowance("network", "The files of your network", 15)
    first = keep(b"1" * 6, "a.txt", allowances=[mine, network])
    with pytest.raises(CorpusError, match="Your files take 6 of 10 bytes here, and b.txt has 5; delete some"):
        keep(b"1" * 5, "b.txt", allowances=[mine, network])
    neighbour = uploads.Allowance("another browser", "Your files", 10)
    keep(b"1" * 7, "c.txt", owner="he", allowances=[neighbour, network])
    with pytest.raises(CorpusError, match="The files of your network take 13 of 15"):
        keep(b"1" * 3, "d.txt", owner="he", allowances=[neighbour, network])
    uploads.delete(first)
    keep(b"1" * 8, "e.txt", allowances=[mine, network])


def test_a_file_that_the_disk_does_not_take_is_refused_and_leaves_nothing(tmp_path, monkeypatch):
    def full(path, *_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(CorpusError, match="x.txt cannot be kept on this computer: No space left on device"):
        keep(b"x", "x.txt")
    assert list((tmp_path / "uploads").iterdir()) == []
