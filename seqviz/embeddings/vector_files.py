"""Files of word vectors: GloVe .txt, word2vec .txt and .bin, fastText .vec, each also as .gz.

They are read as a stream, and only the first so many words, so a file of gigabytes needs the memory of what
is kept.
"""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import BinaryIO, TextIO, cast

import numpy as np

from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.vector_entries import (
    LONGEST_LINE,
    Entries,
    Layout,
    VectorFileError,
    binary_entries,
    text_entries,
)

MAX_WORDS = 50_000
MAX_DIM = 2_000
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def load_vectors(path: Path, max_words: int = MAX_WORDS) -> WordVectors:
    """Read the first words of a vector file; the kind is told from its content.

    Bytes that are no UTF-8 become the replacement mark; a word that comes again is passed over.

    Args:
        path: the file; gzip is recognised by its first two bytes.
        max_words: words to read at most.

    Returns:
        The words in the file's order and their vectors, float32.

    Raises:
        VectorFileError: if the file is missing, empty or broken, naming the line.
    """
    try:
        with open(path, "rb") as file:
            return read_vectors(file, max_words)
    except OSError as error:
        raise VectorFileError(f"The file {path} cannot be read: {error.strerror or error}.") from error


def read_vectors(file: BinaryIO, max_words: int = MAX_WORDS) -> WordVectors:
    """Read vectors from an open file or an upload that can be rewound; see `load_vectors`."""
    try:
        layout = _layout(_opened(file).read(LONGEST_LINE))
        entries = binary_entries if layout.binary else text_entries
        return _first(entries(_opened(file), layout), max_words)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise VectorFileError(f"The file is cut off, or its compression is broken: {error}.") from error


def write_vectors(file: TextIO, vectors: WordVectors) -> None:
    """Write vectors in word2vec's text format: a header, then a word and its numbers per line."""
    file.write(f"{len(vectors)} {vectors.vectors.shape[1]}\n")
    for word, vector in zip(vectors.words, vectors.vectors, strict=True):
        file.write(f"{word} {' '.join(f'{value:.6g}' for value in vector)}\n")


def _opened(file: BinaryIO) -> BinaryIO:
    """Return the file from its start, unpacked if need be, a byte order mark passed over."""
    file.seek(0)
    zipped = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if zipped else file
    if unpacked.read(len(BYTE_ORDER_MARK)) != BYTE_ORDER_MARK:
        unpacked.seek(0)
    return unpacked


def _layout(beginning: bytes) -> Layout:
    lines = beginning.split(b"\n", 2)
    if len(lines[0]) >= LONGEST_LINE:
        raise VectorFileError(f"Line 1 should be shorter than {LONGEST_LINE} bytes, but it goes on.")
    parts = lines[0].split()
    header = len(parts) == 2 and all(part.isdigit() for part in parts)
    first = lines[1] if header and len(lines) > 1 else lines[0]
    dim = int(parts[1]) if header else len(first.split()) - 1
    if not 1 <= dim <= MAX_DIM:
        raise VectorFileError(
            f"Line 1 should hold a word and 1 to {MAX_DIM} numbers, or a header of two whole numbers, "
            f"but it is “{lines[0][:60].decode('utf-8', 'replace')}”."
        )
    binary = header and not _is_text(first, len(lines) > 2)
    return Layout(dim, int(header), binary, first.endswith((b" ", b" \r")))


def _is_text(line: bytes, whole: bool) -> bool:
    """Tell whether a line is text; unless it is whole, its last number may be cut off."""
    numbers = line.split()[1:]
    try:
        [float(number) for number in (numbers if whole else numbers[:-1])]
    except ValueError:
        return False
    return bool(numbers)


def _first(entries: Entries, max_words: int) -> WordVectors:
    """Collect the first different words."""
    numbers: dict[str, int] = {}
    parts: list[np.ndarray] = []
    for words, vectors in entries:
        fresh = []
        for i, word in enumerate(words):
            if word not in numbers and len(numbers) < max_words:
                numbers[word] = len(numbers)
                fresh.append(i)
        parts.append(vectors if len(fresh) == len(words) else vectors[fresh])
        if len(numbers) >= max_words:
            break
    if not numbers:
        raise VectorFileError("The file holds no vectors.")
    return WordVectors(tuple(numbers), np.concatenate(parts))
