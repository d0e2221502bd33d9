"""Files of word vectors: GloVe .txt, word2vec .txt and .bin, fastText .vec, each also as .gz.

They are read as a stream, and only the first so many words, so a file of gigabytes needs the memory of what
is kept.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import csv

from seqviz.embeddings.space import WordVectors

MAX_WORDS = 50_000
MAX_DIM = 2_000
LONGEST_WORD = 1_000  # bytes; beyond it a binary file is taken to be broken

Entries = Iterator[tuple[list[str], np.ndarray]]


class VectorFileError(ValueError):
    """A vector file that cannot be read; the message names the line or the word."""


@dataclass(frozen=True)
class Layout:
    """How a vector file is laid out, told from its beginning.

    Attributes:
        dim: numbers per word.
        lines_before: 1 if a header line "words dims" comes first, else 0.
        binary: word2vec's .bin: after each word come 4 * dim bytes.
        trailing_space: each line ends in a space, as fastText writes it.
    """

    dim: int
    lines_before: int
    binary: bool
    trailing_space: bool


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
        layout = _layout(_opened(file).read(1 << 16))
        if layout.binary:
            return _first(_binary_entries(_opened(file), layout), max_words)
        try:
            return _first(_quick_entries(_opened(file), layout), max_words)
        except (pa.ArrowInvalid, _NotFinite):  # slowly once more, to cope or to name the line
            return _first(_careful_entries(_opened(file), layout), max_words)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise VectorFileError(f"The file is cut off, or its compression is broken: {error}.") from error


def write_vectors(file: TextIO, vectors: WordVectors) -> None:
    """Write vectors in word2vec's text format: a header, then a word and its numbers per line."""
    file.write(f"{len(vectors)} {vectors.vectors.shape[1]}\n")
    for word, vector in zip(vectors.words, vectors.vectors, strict=True):
        file.write(f"{word} {' '.join(f'{value:.6g}' for value in vector)}\n")


class _NotFinite(ValueError):
    """A number that is nan or infinite."""


def _opened(file: BinaryIO) -> BinaryIO:
    """Return the file from its start, unpacked if need be."""
    file.seek(0)
    zipped = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    return cast(BinaryIO, gzip.GzipFile(fileobj=file)) if zipped else file


def _layout(beginning: bytes) -> Layout:
    lines = beginning.split(b"\n", 2)
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


def _quick_entries(file: BinaryIO, layout: Layout) -> Entries:
    """Parse well-formed text by Arrow's CSV reader.

    Raises:
        pyarrow.ArrowInvalid: on any line that is not a word and `dim` numbers.
    """
    names = ["word", *(str(i) for i in range(layout.dim)), *(["end"] if layout.trailing_space else [])]
    types = {name: pa.float32() for name in names[1 : layout.dim + 1]} | {"word": pa.binary()}
    batches = csv.open_csv(
        pa.PythonFile(file, mode="r"),
        csv.ReadOptions(
            column_names=names, skip_rows=layout.lines_before, block_size=1 << 20, use_threads=False
        ),
        csv.ParseOptions(delimiter=" ", quote_char=False, double_quote=False),
        csv.ConvertOptions(column_types=types, check_utf8=False, include_columns=names[: layout.dim + 1]),
    )
    for batch in batches:
        words = [word.decode("utf-8", "replace") for word in batch.column(0).to_pylist()]
        vectors = np.stack([column.to_numpy(zero_copy_only=False) for column in batch.columns[1:]], axis=1)
        if not np.isfinite(vectors).all() or "" in words:
            raise _NotFinite
        yield words, vectors


def _careful_entries(file: BinaryIO, layout: Layout) -> Entries:
    """Parse text line by line; words may hold spaces, numbers may be parted by tabs."""
    for number, line in enumerate(file, 1):
        if number <= layout.lines_before or not line.strip():
            continue
        parts = line.decode("utf-8", "replace").rstrip().rsplit(None, layout.dim)
        try:
            vector = np.array(parts[1:], dtype=np.float32)
        except ValueError:
            vector = np.empty(0, np.float32)
        if len(vector) != layout.dim or not np.isfinite(vector).all():
            shown = line[:60].decode("utf-8", "replace").strip()
            raise VectorFileError(
                f"Line {number} should hold a word and {layout.dim} numbers, but it begins “{shown}”."
            )
        yield [parts[0]], vector[None]


def _binary_entries(file: BinaryIO, layout: Layout) -> Entries:
    """Parse word2vec's binary format: word, space, dim little-endian float32, perhaps a line break."""
    stream: BinaryIO = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, file), 1 << 20))
    num_words = int(stream.readline().split()[0])
    for number in range(1, num_words + 1):
        word = _word(stream)
        data = stream.read(4 * layout.dim)
        vector = np.frombuffer(data[: len(data) // 4 * 4], "<f4")
        if len(vector) != layout.dim or not np.isfinite(vector).all():
            raise VectorFileError(
                f"Word {number} of {num_words} (“{word[:60]}”) should have {layout.dim} finite numbers; "
                "the file is cut off or broken there."
            )
        yield [word], vector.astype(np.float32)[None]


def _word(stream: BinaryIO) -> str:
    letters = bytearray()
    while (letter := stream.read(1)) not in (b" ", b"") and len(letters) < LONGEST_WORD:
        if letter != b"\n":
            letters += letter
    return letters.decode("utf-8", "replace")
