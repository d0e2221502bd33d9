"""The Large Movie Review Dataset (IMDB): as its folder, its archive, or fetched by one click.

Source: Maas et al. 2011, https://ai.stanford.edu/~amaas/data/sentiment/.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from seqviz.corpora.archives import members
from seqviz.corpora.download import DownloadProgress, RemoteFile, fetch
from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.data_dir import data_directory

ARCHIVE = RemoteFile(
    url="https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz",
    size=84_125_825,
    md5="7c2ac02c03563afcf9b574c7e56c153a",
)
SOURCE = "Large Movie Review Dataset (Maas et al. 2011), user reviews from IMDb; free for research, cite the paper."
PARTS = ("train", "test")
_REVIEW = re.compile(r"(?:^|/)(train|test)/(pos|neg)/(\d+_\d+)\.txt$")


def read_folder(folder: Path) -> dict[str, LabelledTexts]:
    """Read an `aclImdb` folder; the parts that are there, "train" and "test".

    Args:
        folder: it, the folder it lies in, or one of its parts.

    Raises:
        CorpusError: if there are no reviews in it.
    """
    root, parts = _layout(folder.resolve())
    files = (
        (file.relative_to(root.parent).as_posix(), file.read_bytes())
        for part in parts
        for kind in ("pos", "neg")
        for file in (root / part / kind).glob("*.txt")
    )
    return _parts(files, folder)


def _layout(folder: Path) -> tuple[Path, tuple[str, ...]]:
    """Return the folder that holds the parts, and which of them are meant."""
    if folder.name in PARTS:
        return folder.parent, (folder.name,)
    inner = folder / "aclImdb"
    return (inner if inner.is_dir() else folder), PARTS


def read_archive(path: Path) -> dict[str, LabelledTexts]:
    """Read the data set's tar.gz or a zip of its folder; the parts that are there, "train" and "test".

    Raises:
        CorpusError: if the archive is broken, unsafe, or holds no reviews.
    """
    return _parts(members(path, lambda name: _REVIEW.search(name) is not None), path)


def _parts(files: Iterable[tuple[str, bytes]], path: Path) -> dict[str, LabelledTexts]:
    rows: dict[str, list[tuple[int, str, str]]] = {}
    for name, content in files:
        found = _REVIEW.search(name)
        if found:
            part, kind, number = found.groups()
            text = _decode(content, name)
            rows.setdefault(part, []).append((int(kind == "pos"), f"{part}/{kind}/{number}", text))
    if not rows:
        raise CorpusError(f"{path.name} holds no reviews like train/pos/0_9.txt.")
    return {part: _labelled(sorted(found, key=_numerically)) for part, found in rows.items()}


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{name} is not UTF-8 text: byte {error.start} cannot be read.") from error


def _numerically(row: tuple[int, str, str]) -> tuple[int, int]:
    return row[0], int(row[1].rsplit("/", 1)[1].split("_")[0])


def _labelled(rows: list[tuple[int, str, str]]) -> LabelledTexts:
    labels = np.array([label for label, _, _ in rows], dtype=np.int64)
    return LabelledTexts(
        tuple(text for _, _, text in rows), labels, tuple(review_id for _, review_id, _ in rows)
    )


def cached_table(part: str) -> Path:
    """Where the one-click download keeps a part, as a review,sentiment,id table."""
    return data_directory() / "imdb" / f"imdb_{part}.csv.gz"


def find_imdb() -> Path | None:
    """Where the data set is on this computer: what SEQVIZ_IMDB names, else the download; None if neither is there."""
    named = os.environ.get("SEQVIZ_IMDB")
    path = Path(named).expanduser() if named else cached_table("train")
    return path if path.exists() else None


def download_imdb(remote: RemoteFile = ARCHIVE) -> Iterator[DownloadProgress]:
    """Fetch the data set, verify it, and keep its labelled reviews as two tables.

    Yields:
        The progress of the download.

    Raises:
        CorpusError: offline, broken off, not the expected file, or an unsafe archive.
    """
    archive = data_directory() / "imdb" / "aclImdb_v1.tar.gz"
    yield from fetch(remote, archive)
    try:
        _keep(read_archive(archive))
    finally:
        archive.unlink()


def _keep(parts: Mapping[str, LabelledTexts]) -> None:
    for part in sorted(parts):  # "test" before "train": whoever finds the training part finds both
        table = cached_table(part)
        unfinished = table.with_name(table.name + ".part")
        with (
            gzip.open(unfinished, "wb", compresslevel=3) as file,
            io.TextIOWrapper(file, "utf-8", newline="") as text,
        ):
            _write_table(text, parts[part])
        os.replace(unfinished, table)


def _write_table(file: io.TextIOWrapper, texts: LabelledTexts) -> None:
    writer = csv.writer(file)
    writer.writerow(("review", "sentiment", "id"))
    names = ("negative", "positive")
    for text, label, review_id in zip(texts.texts, texts.labels, texts.ids or (), strict=True):
        writer.writerow((text, names[label], review_id))
