import hashlib
import io
import tarfile
import zipfile

import pytest

from seqviz.corpora import imdb
from seqviz.corpora.archives import members
from seqviz.corpora.download import RemoteFile
from seqviz.corpora.loading import known_corpora, load_corpus, load_texts
from seqviz.corpora.records import CorpusError

REVIEWS = {
    f"aclImdb/{part}/{kind}/{number}_{stars}.txt": f"A {kind} review, {number} of {part}.<br />Café.".encode()
    for part in ("train", "test")
    for kind, stars in (("pos", 9), ("neg", 2))
    for number in range(12)
} | {"aclImdb/train/unsup/0_0.txt": b"no class", "aclImdb/README": b"read me"}


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SEQVIZ_IMDB", raising=False)


def tar_of(files, path, **links):
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for name, target in links.items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            archive.addfile(member)
    return path


def zip_of(files, path):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def folder_of(files, path):
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path / "aclImdb"


@pytest.mark.parametrize(
    "make",
    [
        lambda at: tar_of(REVIEWS, at / "a.tar.gz"),
        lambda at: zip_of(REVIEWS, at / "a.zip"),
        lambda at: folder_of(REVIEWS, at),
    ],
    ids=["tar.gz", "zip", "folder"],
)
def test_folder_and_archives_hold_the_same_corpus(make, tmp_path):
    corpus = load_corpus(str(make(tmp_path)), validation_share=0.25)
    assert (len(corpus.train), len(corpus.validation), len(corpus.test)) == (18, 6, 24)
    assert "neighbouring ids" in corpus.note
    assert (
        corpus.test.texts[0] == "A neg review, 0 of test.<br />Café."
        and corpus.test.ids[12] == "test/pos/0_9"
    )
    assert corpus.test.labels.tolist() == [0] * 12 + [1] * 12


def test_a_part_of_the_folder_and_the_folder_around_it_are_read_too(tmp_path):
    folder = folder_of(REVIEWS, tmp_path)
    assert load_texts(folder / "train").ids[0] == "train/neg/0_2"
    assert load_corpus(str(tmp_path)).test.texts == load_texts(folder / "test").texts


def test_texts_to_measure_on_are_the_test_part(tmp_path):
    archive = tar_of(REVIEWS, tmp_path / "a.tar.gz")
    assert {name.split("/")[0] for name in load_texts(archive).ids} == {"test"}
    only_train = {name: content for name, content in REVIEWS.items() if "/train/" in name}
    assert len(load_texts(zip_of(only_train, tmp_path / "b.zip"))) == 24


@pytest.mark.parametrize(
    "name", ["../escape.txt", "/etc/escape.txt", "a/../../escape.txt", "..\\escape.txt", "C:/escape.txt"]
)
@pytest.mark.parametrize("make", [tar_of, zip_of])
def test_a_name_that_leads_outside_is_refused(make, name, tmp_path):
    archive = make(REVIEWS | {name: b"x"}, tmp_path / "bad")
    with pytest.raises(CorpusError, match="leads outside the archive"):
        load_corpus(str(archive))


def test_a_link_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="a link or a device"):
        load_corpus(str(tar_of(REVIEWS, tmp_path / "a.tar.gz", secret="/etc/passwd")))


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("seqviz.corpora.archives.MAX_TOTAL_BYTES", 500)
    with pytest.raises(CorpusError, match="unpacks to more than 500 bytes"):
        list(members(zip_of(REVIEWS, tmp_path / "a.zip"), lambda name: True))


def test_a_cut_off_archive_and_an_empty_one_are_named(tmp_path):
    whole = tar_of(REVIEWS, tmp_path / "a.tar.gz").read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CorpusError, match="not a whole tar.gz"):
        load_corpus(str(tmp_path / "cut.tar.gz"))
    with pytest.raises(CorpusError, match="holds no reviews"):
        load_corpus(str(zip_of({"readme.md": b"x"}, tmp_path / "b.zip")))


@pytest.mark.parametrize("name", ["cut.tar.gz", "cut.zip", "cut.csv.gz"])
@pytest.mark.parametrize("kept", [5, 40, 100])
def test_a_file_cut_off_in_its_first_bytes_gets_one_sentence(name, kept, tmp_path):
    make = zip_of if name.endswith(".zip") else tar_of
    (tmp_path / name).write_bytes(make(REVIEWS, tmp_path / "whole").read_bytes()[:kept])
    expected = "The gzip file is broken" if "csv" in name else f"{name} is not a whole tar.gz or zip archive"
    with pytest.raises(CorpusError, match=expected) as caught:
        load_texts(tmp_path / name)
    assert "\n" not in str(caught.value) and str(caught.value).endswith(".")


def test_without_the_data_set_a_sentence_says_how_to_get_it(monkeypatch):
    with pytest.raises(CorpusError, match="download it on the Sentiment page, or set SEQVIZ_IMDB"):
        load_corpus("imdb")
    monkeypatch.setenv("SEQVIZ_IMDB", "/nowhere/aclImdb")
    with pytest.raises(CorpusError, match="SEQVIZ_IMDB names /nowhere/aclImdb, which is not there"):
        load_corpus("imdb")


def test_seqviz_imdb_names_the_data_set(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_IMDB", str(zip_of(REVIEWS, tmp_path / "a.zip")))
    assert load_corpus("imdb").name == "IMDB"
    assert next(known for known in known_corpora() if known.spec == "imdb").available


def test_one_click_keeps_both_parts_and_no_archive(tmp_path):
    archive = tar_of(REVIEWS, tmp_path / "served.tar.gz")
    content = archive.read_bytes()
    remote = RemoteFile(
        archive.as_uri(), len(content), hashlib.md5(content, usedforsecurity=False).hexdigest()
    )
    assert [step.fraction for step in imdb.download_imdb(remote)][-1] == 1.0
    corpus = load_corpus("imdb")
    assert (len(corpus.train) + len(corpus.validation), len(corpus.test)) == (24, 24)
    assert corpus.test.ids[12] == "test/pos/0_9" and "Café" in corpus.test.texts[0]
    assert sorted(file.name for file in (tmp_path / "home" / "imdb").iterdir()) == [
        "imdb_test.csv.gz",
        "imdb_train.csv.gz",
    ]


def test_an_unsafe_download_leaves_nothing(tmp_path):
    archive = tar_of(REVIEWS | {"../x.txt": b"x"}, tmp_path / "served.tar.gz")
    content = archive.read_bytes()
    remote = RemoteFile(
        archive.as_uri(), len(content), hashlib.md5(content, usedforsecurity=False).hexdigest()
    )
    with pytest.raises(CorpusError, match="leads outside"):
        list(imdb.download_imdb(remote))
    assert imdb.find_imdb() is None and not list((tmp_path / "home" / "imdb").iterdir())


def test_the_real_table_is_read_whole_and_its_films_stay_apart(real_data):
    corpus = load_corpus(str(real_data / "imdb" / "imdb_train.csv.gz"))
    assert len(corpus.train) + len(corpus.validation) == 25_000
    assert "neighbouring ids" in corpus.note
    assert not set(corpus.train.texts) & set(corpus.validation.texts)
    assert abs(corpus.validation.labels.mean() - 0.5) < 0.01


def test_the_real_zip_holds_what_the_real_table_holds(real_data):
    table = load_texts(real_data / "imdb" / "imdb_train.csv.gz")
    by_id = dict(zip(table.ids, zip(table.texts, table.labels.tolist(), strict=True), strict=True))
    sample = load_texts(real_data / "imdb" / "aclImdb_train_sample2000.zip")
    assert len(sample) == 2000
    assert all(
        by_id[name] == (text, label)
        for name, text, label in zip(sample.ids, sample.texts, sample.labels.tolist(), strict=True)
    )
