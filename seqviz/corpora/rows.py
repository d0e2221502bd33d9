"""The bytes of a table made into rows of cells, each with the line it starts at."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seqviz.corpora.records import CorpusError

if TYPE_CHECKING:
    import _csv

MAX_BYTES = 300_000_000
LONGEST_LABELLED_LINE = 10_000  # bytes of the first line that are looked at for the delimiter
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})


@dataclass(frozen=True)
class Row:
    """One row of a table and the line of the file it starts at, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    """A table's rows, and how the file was written."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def read_rows(data: bytes) -> Rows:
    """Read the rows of a CSV (comma or semicolon) or TSV, also gzipped; blank lines are skipped.

    Raises:
        CorpusError: if the file is empty, binary, too large, or a line cannot be read; the message names the line.
    """
    text, encoding = _decode(_unzipped(data))
    if not text.strip():
        raise CorpusError("The file is empty; a table with a text and a label column was expected.")
    delimiter = _delimiter(text)
    return Rows(tuple(_rows(text, delimiter)), encoding, delimiter)


def _unzipped(data: bytes) -> bytes:
    if data[:2] == b"\x1f\x8b":
        try:
            with gzip.open(io.BytesIO(data)) as file:
                data = file.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise CorpusError(f"The gzip file is broken: {error}.") from error
    if len(data) > MAX_BYTES:
        raise CorpusError(f"The table has more than {MAX_BYTES:,} bytes, the most that is read.")
    return data


def _decode(data: bytes) -> tuple[str, str]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
        if len(data[:100_000].translate(None, _CONTROL)) < len(data[:100_000]):
            raise CorpusError("The file is binary; a text file (CSV or TSV, also gzipped) was expected.")
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise CorpusError(
                f"The file is marked as UTF-16, but byte {error.start} cannot be read."
            ) from error
        return data.decode("latin-1"), "latin-1"


def _delimiter(text: str) -> str:
    first = text.lstrip()[:LONGEST_LABELLED_LINE].splitlines()[0]
    if "\t" in first:
        return "\t"
    return ";" if first.count(";") > first.count(",") else ","


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = _reader(io.StringIO(text, newline=""), delimiter)
    width, line = 0, 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise CorpusError(f"Line {line} cannot be read: {_explained(str(error))}.") from error
        if cells is None:
            return
        if cells:
            width = width or len(cells)
            _check_width(cells, width, line)
            yield Row(line, tuple(cells))
        line = reader.line_num + 1


def _reader(file: io.StringIO, delimiter: str) -> _csv.Reader:
    if delimiter == "\t":  # TSV has no quoting: a quotation mark is a quotation mark
        return csv.reader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    return csv.reader(file, delimiter=delimiter, strict=True)


def _explained(error: str) -> str:
    if "field larger" in error:
        return (
            f"a field is longer than {csv.field_size_limit():,} characters (is a quotation mark left open?)"
        )
    if "unexpected end" in error:
        return "a quotation mark is opened there and never closed"
    if "expected after" in error:
        return "a quotation mark inside a quoted field must be doubled"
    return error


def _check_width(cells: list[str], width: int, line: int) -> None:
    if len(cells) != width:
        raise CorpusError(f"Line {line} has {len(cells)} columns, but the first line has {width}.")
