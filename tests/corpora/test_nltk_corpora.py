import zipfile

import pytest
from nltk.downloader import ErrorMessage, ProgressMessage

from seqviz.corpora import nltk_corpora
from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import CorpusError

REVIEWS = {
    f"movie_reviews/{kind}/cv{number:03}_{number}.txt": f"a {kind} film , {number}"
    for kind in ("neg", "pos")
    for number in range(6)
}


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "named"))
    monkeypatch.setattr("nltk.data.path", [])


def test_without_the_corpus_a_sentence_says_how_to_get_it():
    with pytest.raises(CorpusError, match="python -m nltk.downloader movie_reviews"):
        load_corpus("movie_reviews")


def test_zip_and_folder_give_the_same_reviews(tmp_path):
    zipped, folder = (
        tmp_path / "named" / "corpora" / "movie_reviews.zip",
        tmp_path / "home" / "nltk_data" / "corpora",
    )
    for name, text in REVIEWS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    unpacked = load_corpus("movie_reviews", validation_share=0.5)
    zipped.parent.mkdir(parents=True)
    with zipfile.ZipFile(zipped, "w") as archive:
        for name, text in REVIEWS.items():
            archive.writestr(name, text)
    assert nltk_corpora.find_movie_reviews() == zipped
    assert load_corpus("movie_reviews", validation_share=0.5).train.texts == unpacked.train.texts
    assert "at random" in unpacked.note and unpacked.train.ids[0].startswith("neg/cv00")


def test_a_zip_without_reviews_is_named(tmp_path):
    with zipfile.ZipFile(tmp_path / "movie_reviews.zip", "w") as archive:
        archive.writestr("README", "x")
    with pytest.raises(CorpusError, match="holds no reviews"):
        nltk_corpora.read_movie_reviews(tmp_path / "movie_reviews.zip")


@pytest.mark.parametrize("outcome", [[ErrorMessage(None, "no route to host")], OSError("no route to host")])
def test_offline_is_a_sentence(outcome, monkeypatch):
    def incr_download(self, name):
        if isinstance(outcome, Exception):
            raise outcome
        return iter(outcome)

    monkeypatch.setattr("nltk.downloader.Downloader.incr_download", incr_download)
    with pytest.raises(CorpusError, match="cannot be (fetched|reached).*no route to host"):
        list(nltk_corpora.download_movie_reviews())


def test_nltks_progress_is_passed_on(monkeypatch):
    monkeypatch.setattr(
        "nltk.downloader.Downloader.incr_download",
        lambda self, name: iter([ProgressMessage(40), ProgressMessage(100)]),
    )
    assert [step.fraction for step in nltk_corpora.download_movie_reviews()] == [0.4, 1.0]


def test_the_real_corpus_is_read_from_its_zip(real_data, monkeypatch):
    monkeypatch.setenv("NLTK_DATA", str(real_data / "nltk_data"))
    corpus = load_corpus("movie_reviews")
    assert len(corpus.train) == 1800 and len(corpus.validation) == 200
    assert corpus.train.labels.mean() == corpus.validation.labels.mean() == 0.5
