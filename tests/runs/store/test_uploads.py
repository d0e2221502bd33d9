"""Files that people upload: what one server of a store takes, every server and worker of it can read."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import CorpusError
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.store.store import Store
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.runs.store.upload_bounds import Allowance
from seqviz.runs.store.upload_rows import PIECE_BYTES
from seqviz.runs.workers.process import WorkerProcess
from tests.runs.fresh import empty_store_url
from tests.runs.store.kept_files import TABLES, keep, locked, rows_of
from tests.runs.waiting import seconds_until

TABLE = b"words,mark,other\ngood one,1,0\ngood two,1,1\nbad one,0,0\nbad two,0,1\n"


def test_a_table_is_kept_with_its_columns_and_loaded_as_a_corpus(uploads):
    spec = keep(uploads, TABLE, "mine.csv", use="reviews", text_column="words", label_column="mark")
    corpus = load_corpus(spec)
    assert corpus.name == "mine.csv"
    assert (len(corpus.train), len(corpus.validation)) == (2, 2)
    assert uploads.about(spec).columns == {"text_column": "words", "label_column": "mark"}


def test_equal_bytes_get_a_new_key_each_time(uploads):
    first, second = keep(uploads, b"\x00bytes", "a"), keep(uploads, b"\x00bytes", "a")
    assert first != second
    assert uploads.read(first) == uploads.read(second) == b"\x00bytes"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.binary(max_size=2_000), filename=st.text(st.characters(exclude_categories=[])))
def test_any_bytes_come_back_under_any_name(uploads, data, filename):
    spec = keep(uploads, data, filename)
    assert uploads.read(spec) == data
    assert (uploads.about(spec).filename, uploads.about(spec).num_bytes) == (filename, len(data))
    uploads.delete(spec, "she")


def test_a_person_finds_her_own_files_again_and_nobody_elses(uploads):
    first, second = keep(uploads, b"1", "b.txt", use="prose"), keep(uploads, b"2", "a.txt", use="prose")
    keep(uploads, b"3", "pairs.txt", use="pairs")
    keep(uploads, b"4", "his.txt", owner="he", use="prose")
    assert list(uploads.files_of("she", "prose").items()) == [(first, "b.txt"), (second, "a.txt")]
    assert uploads.files_of("", "prose") == {}


def test_a_persons_files_are_listed_with_their_sizes_whatever_they_are_for(uploads):
    first, second = keep(uploads, b"1234", "a.txt", use="prose"), keep(uploads, b"12", "b.txt", use="pairs")
    keep(uploads, b"3", "his.txt", owner="he", use="prose")
    assert [(file.spec, file.use, file.num_bytes) for file in uploads.all_files_of("she")] == [
        (first, "prose", 4),
        (second, "pairs", 2),
    ]
    uploads.delete(first, "she")
    assert [file.spec for file in uploads.all_files_of("she")] == [second]


def test_a_deleted_upload_is_gone_and_leaves_no_row(uploads, store):
    spec = keep(
        uploads, b"x" * (PIECE_BYTES + 1), "x.txt", allowances=[Allowance("hers", "Your files", 10**9)]
    )
    assert rows_of(store) == [1, 2, 1]
    uploads.delete(spec, "she")
    for reader in (uploads.read, uploads.about, load_corpus):
        with pytest.raises(CorpusError, match="no longer here"):
            reader(spec)
    assert rows_of(store) == [0, 0, 0]


def test_nobody_deletes_somebody_elses_file(uploads):
    spec = keep(uploads, b"x", "x.txt")
    with pytest.raises(CorpusError, match="no longer here"):
        uploads.delete(spec, "he")
    assert uploads.read(spec) == b"x"


HOSTILE_KEYS = [
    "",
    ".",
    "..",
    "../uploads",
    "/etc",
    "a" * 22,
    "ü" * 22,
    "a" * 21 + "\n",
    "\ud800" * 22,
    "%" * 22,
]


@pytest.mark.parametrize("key", HOSTILE_KEYS)
def test_a_key_that_was_never_given_leads_nowhere(uploads, key):
    keep(uploads, b"x", "x.txt")
    for reader in (uploads.read, lambda spec: uploads.delete(spec, "she"), uploads.about, load_corpus):
        with pytest.raises(CorpusError, match="no longer here"):
            reader("upload:" + key)


def test_the_filename_is_never_a_path(uploads, tmp_path):
    before = set(tmp_path.rglob("*"))
    spec = keep(uploads, b"x", "../../escape.csv")
    assert uploads.about(spec).filename == "../../escape.csv"
    assert {file.name for file in set(tmp_path.rglob("*")) - before} <= {
        "store.sqlite-wal",
        "store.sqlite-shm",
    }


def test_a_store_that_is_locked_refuses_in_a_sentence_is_read_and_takes_the_file_later(impatient):
    spec = keep(impatient.uploads, b"first", "first.txt")
    with locked(impatient):
        with pytest.raises(CorpusError, match=r"x\.txt is not kept\. Nothing .* another program is writing"):
            keep(impatient.uploads, b"x", "x.txt")
        with pytest.raises(StoreUnavailable, match="another program is writing"):
            impatient.uploads.delete(spec, "she")
        assert impatient.uploads.read(spec) == b"first"
    assert impatient.uploads.read(keep(impatient.uploads, b"x", "x.txt")) == b"x"


def test_a_file_for_which_the_disk_has_too_little_room_leaves_nothing(impatient):
    with impatient.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def bounded(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {pages + 400}")  # a piece and a half

    impatient.engine.dispose()
    sa.event.listen(impatient.engine, "connect", bounded)
    with pytest.raises(CorpusError, match="x.txt is not kept.* the disk is full"):
        keep(impatient.uploads, b"x" * 3 * PIECE_BYTES, "x.txt")
    assert rows_of(impatient) == [0, 0, 0]
    assert impatient.uploads.all_files_of("she") == []
    assert impatient.uploads.read(keep(impatient.uploads, b"x" * 1000, "x.txt")) == b"x" * 1000


def test_a_table_uploaded_at_one_server_is_learned_from_by_a_worker_of_another(tmp_path, monkeypatch):
    """Two servers with a disk of their own and one store: the worker stands beside the second."""
    url = empty_store_url(tmp_path)
    rows = "".join(f"a good film {k},1\na poor film {k},0\n" for k in range(20))
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path / "first"))
    with Store(url) as first:
        columns = {"text_column": "text", "label_column": "label"}
        spec = keep(first.uploads, f"text,label\n{rows}".encode(), "mine.csv", use="reviews", **columns)
        run_id = first.submit(SentimentExperiment(corpus=spec, num_epochs=1, embedding_dim=4), "she").id
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path / "second"))
    with Store(url) as second:
        assert second.uploads.files_of("she", "reviews") == {spec: "mine.csv"}
        worker = WorkerProcess(second, "--only", run_id)
        try:
            seconds_until(lambda: not second.run(run_id).is_live)
        finally:
            worker.ask_to_end()
            worker.wait(10.0)
        record = second.run(run_id)
        assert (record.state, record.message) == ("finished", "")
        assert record.private
        assert second.extras(run_id)["vocabulary"]
        second.uploads.delete(spec, "she")
    with Store(url) as first, pytest.raises(CorpusError, match="no longer here"):
        first.uploads.read(spec)


def test_a_store_made_before_uploads_moved_into_it_gets_their_tables_and_keeps_its_runs(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    with Store(url) as former:
        run = former.submit(SentimentExperiment(), "she")
        with former.writing() as connection:
            for table in reversed(TABLES):
                table.drop(connection)
    with Store(url) as opened:
        assert opened.run(run.id) == run
        assert opened.submit(SentimentExperiment(), "she").id == run.id
        assert opened.uploads.read(keep(opened.uploads, b"x", "x.txt")) == b"x"


def test_the_bytes_of_a_deleted_file_are_overwritten(impatient, tmp_path):
    written = keep(impatient.uploads, b"a secret of mine " * 100_000, "x.txt")
    impatient.uploads.delete(written, "she")
    impatient.close()
    assert b"a secret of mine" not in (tmp_path / "store.sqlite").read_bytes()
