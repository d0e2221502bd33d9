"""The words of a vector file one after another: from lines of text, or from word2vec's binary format."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]

LONGEST_WORD = 1_000  # bytes; beyond it a binary file is taken to be broken
LONGEST_LINE = 1 << 16  # bytes; room for 2,000 numbers as programs write them
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


class _UnusualError(ValueError):
    """Text that is not made of plain lines, or a number that is not finite."""


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
        except (pa.ArrowInvalid, _UnusualError):
            yield from _parse_carefully(block, layout, line_number)
        line_number += block.count(b"\n")


def _parse_quickly(block: bytes, layout: Layout) -> tuple[list[str], np.ndarray]:
    """Parse well-formed lines: cut them at their spaces, and let Arrow turn the pieces into numbers.

    Raises:
        _UnusualError: if a line is not a word and `dim` pieces, each after one space.
        pyarrow.ArrowInvalid: if a piece is no number.
    """
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    if not block.endswith(b"\n"):
        block += b"\n"
    ends = _ends_of_pieces(block, layout.dim + 1 + layout.trailing_space)
    starts = np.concatenate([[0], ends[:-1, -1] + 1])
    words = [
        block[start:end].decode("utf-8", "replace")
        for start, end in zip(starts.tolist(), ends[:, 0].tolist(), strict=True)
    ]
    vectors = _numbers(block, ends[:, : layout.dim + 1])
    if not np.isfinite(vectors).all() or "" in words or (np.diff(ends[:, layout.dim :]) > 1).any():
        raise _UnusualError
    return words, vectors


def _ends_of_pieces(block: bytes, per_line: int) -> np.ndarray:
    """Return the place of the space or line break after every piece, (num_lines, per_line)."""
    text = np.frombuffer(block, np.uint8)
    ends = np.flatnonzero(text <= ord(" "))
    if len(ends) % per_line:
        raise _UnusualError
    marks = text[ends].reshape(-1, per_line)
    if (marks[:, :-1] != ord(" ")).any() or (marks[:, -1] != ord("\n")).any():
        raise _UnusualError
    return ends.reshape(-1, per_line)


def _numbers(block: bytes, ends: np.ndarray) -> np.ndarray:
    """Return the numbers between each two ends of a line, (num_lines, num_ends - 1) float32.

    To Arrow every second piece of the block is one of them; those in between are marked as missing.
    """
    shape = len(ends), ends.shape[1] - 1, 2
    edges = np.full(np.prod(shape) + 1, len(block), np.int32)
    borders = edges[:-1].reshape(shape)
    np.add(ends[:, :-1], 1, out=borders[:, :, 0], casting="same_kind")
    borders[:, :, 1] = ends[:, 1:]
    present = np.full(len(edges) // 8 + 1, 0b01010101, np.uint8)
    buffers = [pa.py_buffer(present), pa.py_buffer(edges), pa.py_buffer(block)]
    numbers = pa.Array.from_buffers(pa.binary(), borders.size, buffers).cast(pa.float32())
    return np.frombuffer(numbers.buffers()[1], np.float32, borders.size).reshape(shape)[:, :, 0]


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
