"""NLTK's movie_reviews: 2,000 long reviews (Pang and Lee 2004), read from the zip or the folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from seqviz.corpora.archives import members
from seqviz.corpora.download import DownloadProgress
from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.data_dir import data_directory

SOURCE = "movie_reviews of NLTK: polarity dataset 2.0 (Pang and Lee 2004); CC BY 4.0 as NLTK states it."
_REVIEW = re.compile(r"(?:^|/)(pos|neg)/(cv\w+)\.txt$")


def nltk_folder() -> Path:
    """Where seqviz keeps what NLTK downloads."""
    return data_directory() / "nltk_data"


def find_movie_reviews() -> Path | None:
    """The corpus' zip or folder in NLTK_DATA, in seqviz's own folder or in NLTK's usual places; None if nowhere."""
    import nltk

    named = [Path(folder) for folder in os.environ.get("NLTK_DATA", "").split(os.pathsep) if folder]
    usual = [Path(folder) for folder in nltk.data.path]
    for folder in (*named, nltk_folder(), *usual):
        for path in (folder / "corpora" / "movie_reviews.zip", folder / "corpora" / "movie_reviews"):
            if path.exists():
                return path
    return None


def read_movie_reviews(path: Path) -> LabelledTexts:
    """Read the reviews from the zip or the unpacked folder, with ids such as "pos/cv000_29590".

    Raises:
        CorpusError: if the zip is broken or holds no reviews.
    """
    files: Iterable[tuple[str, bytes]]
    if path.is_dir():
        files = ((file.relative_to(path).as_posix(), file.read_bytes()) for file in path.glob("*/*.txt"))
    else:
        files = members(path, lambda name: _REVIEW.search(name) is not None)
    rows = _rows(files)
    if not rows:
        raise CorpusError(f"{path} holds no reviews like pos/cv000_29590.txt.")
    labels = np.array([review_id.startswith("pos") for review_id, _ in rows], dtype=np.int64)
    return LabelledTexts(tuple(text for _, text in rows), labels, tuple(review_id for review_id, _ in rows))


def _rows(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, str]]:
    found = ((_REVIEW.search(name), content) for name, content in files)
    return sorted((f"{name[1]}/{name[2]}", content.decode("latin-1")) for name, content in found if name)


def download_movie_reviews() -> Iterator[DownloadProgress]:
    """Fetch the corpus with NLTK's own downloader.

    Yields:
        The progress, in hundredths.

    Raises:
        CorpusError: if NLTK's server cannot be reached or sends a broken file.
    """
    from nltk.downloader import Downloader, ErrorMessage, ProgressMessage

    try:
        for message in Downloader(download_dir=str(nltk_folder())).incr_download("movie_reviews"):
            if isinstance(message, ErrorMessage):
                raise CorpusError(
                    f"NLTK's movie_reviews cannot be fetched: {str(message.message).rstrip('.')}."
                )
            if isinstance(message, ProgressMessage):
                yield DownloadProgress(int(message.progress), 100)
    except (OSError, ValueError) as error:
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(f"NLTK's server cannot be reached ({error}); is this computer online?") from error
