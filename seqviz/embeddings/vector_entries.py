"""The words of a vector file one after another: from lines of text, or from word2vec's binary format."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import csv

LONGEST_WORD = 1_000  # bytes; beyond it a binary file is taken to be broken
LONGEST_LINE = 1 << 16  # bytes; room for 2 000 numbers as programs write them
BLOCK = 1 << 20  # bytes of text that are parsed at one go
LARGEST = float(np.finfo(np.float32).max)

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


class _NotFinite(ValueError):
    """A number that is nan or infinite."""


def text_entries(file: BinaryIO, layout: Layout) -> Entries:
    """Parse text block by block; a block with anything unusual in it once more, line by line.

    Raises:
        VectorFileError: naming the first line that is not a word and `layout.dim` finite numbers.
    """
    for _ in range(layout.lines_before):
        file.readline(LONGEST_LINE)
    line_number = 1 + layout.lines_before
    while block := file.read(BLOCK):
        block += file.readline(LONGEST_LINE)
        try:
            yield _parse_quickly(block, layout)
        except (pa.ArrowInvalid, _NotFinite):
            yield from _parse_carefully(block, layout, line_number)
        line_number += block.count(b"\n")


def _parse_quickly(block: bytes, layout: Layout) -> tuple[list[str], np.ndarray]:
    """Parse well-formed lines by Arrow's CSV reader.

    Raises:
        pyarrow.ArrowInvalid: on any line that is not a word and `dim` numbers.
    """
    names = ["word", *(str(i) for i in range(layout.dim)), *(["end"] if layout.trailing_space else [])]
    types = {name: pa.float32() for name in names[1 : layout.dim + 1]} | {"word": pa.binary()}
    table = csv.read_csv(
        pa.BufferReader(block),
        csv.ReadOptions(column_names=names, block_size=2 * BLOCK, use_threads=False),
        csv.ParseOptions(delimiter=" ", quote_char=False, double_quote=False),
        csv.ConvertOptions(column_types=types, check_utf8=False, include_columns=names[: layout.dim + 1]),
    )
    words = [word.decode("utf-8", "replace") for word in table.column(0).to_pylist()]
    vectors = np.stack([column.to_numpy() for column in table.columns[1:]], axis=1)
    if not np.isfinite(vectors).all() or "" in words:
        raise _NotFinite
    return words, vectors


def _parse_carefully(block: bytes, layout: Layout, line_number: int) -> Entries:
    """Parse lines one by one; words may hold spaces, numbers may be parted by tabs."""
    for number, line in enumerate(block.split(b"\n"), line_number):
        if not line.strip():
            continue
        parts = line.strip().rsplit(None, layout.dim)
        try:
            vector = np.array([float(part) for part in parts[1:]])
        except ValueError:
            vector = np.empty(0)
        if len(vector) != layout.dim or not (np.abs(vector) <= LARGEST).all():
            shown = line[:60].decode("utf-8", "replace").strip()
            raise VectorFileError(
                f"Line {number} should hold a word and {layout.dim} numbers, but it begins “{shown}”."
            )
        yield [parts[0].decode("utf-8", "replace")], vector[None].astype(np.float32)


def binary_entries(file: BinaryIO, layout: Layout) -> Entries:
    """Parse word2vec's binary format: word, space, dim little-endian float32, perhaps a line break.

    Raises:
        VectorFileError: naming the first word that is cut off or has a number that is not finite.
    """
    stream: BinaryIO = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, file), 1 << 20))
    num_words = int(stream.readline().split()[0])
    for number in range(1, num_words + 1):
        letters = _letters(stream)
        if len(letters) >= LONGEST_WORD:
            raise VectorFileError(f"Word {number} of {num_words} does not end; the file is broken there.")
        word = letters.decode("utf-8", "replace")
        data = stream.read(4 * layout.dim)
        vector = np.frombuffer(data[: len(data) // 4 * 4], "<f4")
        if len(vector) != layout.dim or not np.isfinite(vector).all():
            raise VectorFileError(
                f"Word {number} of {num_words} (“{word[:60]}”) should have {layout.dim} finite numbers; "
                "the file is cut off or broken there."
            )
        yield [word], vector.astype(np.float32)[None]


def _letters(stream: BinaryIO) -> bytearray:
    letters = bytearray()
    while (letter := stream.read(1)) not in (b" ", b"") and len(letters) < LONGEST_WORD:
        if letter != b"\n":
            letters += letter
    return letters
