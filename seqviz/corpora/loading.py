"""One door to every corpus: a name, an uploaded table or a path becomes texts ready for training."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from seqviz.corpora import imdb, nltk_corpora, uploads
from seqviz.corpora.archives import is_archive
from seqviz.corpora.records import Corpus, CorpusError, LabelledTexts
from seqviz.corpora.reviews import review_corpus
from seqviz.corpora.splitting import split_validation
from seqviz.corpora.tables import read_table


@dataclass(frozen=True)
class KnownCorpus:
    """A corpus that the page can offer.

    Attributes:
        spec: what `load_corpus` takes.
        title: what people call it.
        description: one sentence.
        available: whether it is on this computer now.
        how_to_get_it: one sentence; "" where nothing need be done.
    """

    spec: str
    title: str
    description: str
    available: bool
    how_to_get_it: str


def known_corpora() -> tuple[KnownCorpus, ...]:
    """What there is to choose from, with what is on this computer now."""
    return (
        KnownCorpus(
            "reviews", "Bundled reviews", "Short generated reviews in which word order decides.", True, ""
        ),
        KnownCorpus(
            "imdb",
            "IMDB",
            "25,000 long film reviews for training, 25,000 for the test (Maas et al. 2011).",
            imdb.find_imdb() is not None,
            "Download it here (84 MB), or set SEQVIZ_IMDB to an aclImdb folder, its tar.gz or zip, or a CSV.",
        ),
        KnownCorpus(
            "movie_reviews",
            "NLTK movie reviews",
            "2,000 very long film reviews (Pang and Lee 2004).",
            nltk_corpora.find_movie_reviews() is not None,
            "Download it here (4 MB), or set NLTK_DATA to a folder of NLTK's data.",
        ),
    )


def load_corpus(spec: str, *, validation_share: float = 0.1, seed: int = 0) -> Corpus:
    """Load a corpus, with a validation part.

    Args:
        spec: "reviews", "imdb", "movie_reviews", "upload:<key>", or the path of a CSV or TSV (also .gz), an aclImdb
            folder, or its tar.gz or zip.
        validation_share: of each class; the bundled reviews bring their own validation part.
        seed: draws the validation part.

    Raises:
        CorpusError: if there is no such corpus, it is not on this computer, or it cannot be read.
    """
    if spec == "reviews":
        return review_corpus()
    name, parts, source = _READERS.get(spec, _read_other)(spec)
    train = parts.get("train", parts.get("test"))
    assert train is not None
    split = split_validation(train, validation_share, seed)
    test = parts.get("test") if "train" in parts else None
    return Corpus(name, split.train, split.validation, test, split.note, source)


def load_texts(path: str | os.PathLike[str]) -> LabelledTexts:
    """Load labelled texts to measure on: of a data set with a test part, that part.

    Args:
        path: a CSV or TSV (also .gz), an aclImdb folder, or its tar.gz or zip.

    Raises:
        CorpusError: if there is no such file or it cannot be read.
    """
    parts = _read_path(Path(path).expanduser())
    return parts["test"] if "test" in parts else parts["train"]


_Named = tuple[str, dict[str, LabelledTexts], str]


def _read_imdb(spec: str) -> _Named:
    path = imdb.find_imdb()
    if path is None:
        named = os.environ.get("SEQVIZ_IMDB")
        missing = (
            f"SEQVIZ_IMDB names {named}, which is not there" if named else "IMDB is not on this computer"
        )
        raise CorpusError(
            f"{missing}: download it on the Sentiment page, or set SEQVIZ_IMDB to its folder or file."
        )
    parts = _read_path(path)
    if path == imdb.cached_table("train") and imdb.cached_table("test").exists():
        parts = parts | _read_path(imdb.cached_table("test"), "test")
    return "IMDB", parts, imdb.SOURCE


def _read_movie_reviews(spec: str) -> _Named:
    path = nltk_corpora.find_movie_reviews()
    if path is None:
        raise CorpusError(
            "NLTK's movie_reviews is not on this computer: download it on the Sentiment page, "
            "or run python -m nltk.downloader movie_reviews."
        )
    return "NLTK movie reviews", {"train": nltk_corpora.read_movie_reviews(path)}, nltk_corpora.SOURCE


def _read_other(spec: str) -> _Named:
    if spec.startswith(uploads.PREFIX):
        return (
            uploads.filename_of(spec),
            {"train": uploads.read_kept_table(spec)},
            "A table that was uploaded.",
        )
    path = Path(spec).expanduser()
    return path.name, _read_path(path), f"Read from {path.name}."


def _read_path(path: Path, part: str = "train") -> dict[str, LabelledTexts]:
    if not path.exists():
        raise CorpusError(f"There is no file or folder {path}.")
    try:
        if path.is_dir():
            return imdb.read_folder(path)
        return imdb.read_archive(path) if is_archive(path) else {part: read_table(path.read_bytes())}
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}.") from error


_READERS: dict[str, Callable[[str], _Named]] = {"imdb": _read_imdb, "movie_reviews": _read_movie_reviews}
