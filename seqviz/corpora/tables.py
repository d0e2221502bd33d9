"""A person's own table of labelled texts: its columns guessed, shown, and read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.corpora.labels import LabelMeaning, meaning_of
from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.corpora.rows import Row, read_rows

TEXT_NAMES = ("text", "review", "sentence", "comment", "content", "message", "tweet", "body")
LABEL_NAMES = ("label", "sentiment", "polarity", "class", "target", "category", "stars", "rating", "score")
SAMPLE_ROWS = 5
LONG_CELL = 100


@dataclass(frozen=True)
class TableGuess:
    """How a table will be read, unless the person says otherwise.

    Attributes:
        columns: the names of all columns ("column 1", ... if the table has no header).
        text_column: a column named as one of texts, else the longest; one that holds classes only if all do.
        label_column: the column with two classes.
        num_rows: rows of data.
        sample: the first rows.
        notes: what to know: the encoding, what the labels mean.
    """

    columns: tuple[str, ...]
    text_column: str
    label_column: str
    num_rows: int
    sample: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str

    def column(self, name: str) -> list[str]:
        if name not in self.columns:
            raise CorpusError(f"There is no column {name!r}; the columns are {', '.join(self.columns)}.")
        index = self.columns.index(name)
        return [row.cells[index] for row in self.rows]


def guess_table(data: bytes) -> TableGuess:
    """Guess which column holds the texts and which the labels.

    Args:
        data: the file's bytes: CSV or TSV, also gzipped.

    Raises:
        CorpusError: if the file is no table, or no column looks like a text or a label.
    """
    table = _table(data)
    text_column = _text_column(table)
    label_column = _label_column(table, text_column)
    meaning = _meaning(table, label_column)
    notes = (*_encoding_note(table.encoding), *filter(None, [meaning.note]))
    sample = tuple(row.cells for row in table.rows[:SAMPLE_ROWS])
    return TableGuess(table.columns, text_column, label_column, len(table.rows), sample, notes)


def read_table(data: bytes, text_column: str | None = None, label_column: str | None = None) -> LabelledTexts:
    """Read the labelled texts of a table.

    Args:
        data: the file's bytes: CSV or TSV, also gzipped.
        text_column: the name of the column of texts; None to guess.
        label_column: the name of the column of labels; None to guess.

    Returns:
        The texts; ids from a column named "id" where there is one. Ratings in the middle are left out.

    Raises:
        CorpusError: if the file is no table, lacks a column, holds an empty text or one class only.
    """
    table = _table(data)
    text_column = text_column or _text_column(table)
    label_column = label_column or _label_column(table, text_column)
    classes = _meaning(table, label_column).classes
    labels = [classes[value] for value in table.column(label_column)]
    texts = table.column(text_column)
    _refuse_empty(table, texts, text_column)
    _refuse_one_class(set(labels) - {None}, label_column)
    return _kept(texts, labels, table.column("id") if "id" in table.columns else None)


def _kept(texts: list[str], labels: list[int | None], ids: list[str] | None) -> LabelledTexts:
    kept = [(place, label) for place, label in enumerate(labels) if label is not None]
    return LabelledTexts(
        tuple(texts[place] for place, _ in kept),
        np.array([label for _, label in kept], dtype=np.int64),
        tuple(ids[place] for place, _ in kept) if ids else None,
    )


def _table(data: bytes) -> _Table:
    read = read_rows(data)
    first, *rest = read.rows
    if len(first.cells) < 2:
        raise CorpusError("Line 1 has one column; a text and a label column were expected.")
    if _is_header(first):
        columns, rows = tuple(name.strip() for name in first.cells), tuple(rest)
    else:
        columns, rows = tuple(f"column {k}" for k in range(1, len(first.cells) + 1)), read.rows
    if len(set(columns)) < len(columns):
        raise CorpusError(f"Line 1 names two columns alike: {', '.join(columns)}.")
    if not rows:
        raise CorpusError("The table has a header and no rows.")
    return _Table(columns, rows, read.encoding)


def _is_header(row: Row) -> bool:
    """A header is short words, none of them a label such as 1 or "pos"."""
    return all(len(cell) < LONG_CELL and cell.strip() and not _is_label(cell) for cell in row.cells)


def _is_label(cell: str) -> bool:
    return meaning_of([cell]) is not None


def _text_column(table: _Table) -> str:
    """Of one-word texts the labels may be the longer strings, and an address is longer than many a text."""

    def likeness(name: str) -> tuple[bool, bool, int]:
        cells = table.column(name)
        return meaning_of(set(cells)) is None, name.lower() in TEXT_NAMES, sum(map(len, cells))

    return max(table.columns, key=likeness)


def _label_column(table: _Table, text_column: str) -> str:
    others = [name for name in table.columns if name not in (text_column, "id")]
    found = [name for name in others if meaning_of({value for value in table.column(name) if value.strip()})]
    if not found:
        raise CorpusError(
            f"No column besides {text_column!r} holds two classes (pos/neg, 0/1, stars 1-5); "
            f"the columns are {', '.join(table.columns)}."
        )
    return min(found, key=lambda name: (len(set(table.column(name))) > 2, _rank(name)))


def _rank(name: str) -> int:
    return LABEL_NAMES.index(name.lower()) if name.lower() in LABEL_NAMES else len(LABEL_NAMES)


def _meaning(table: _Table, label_column: str) -> LabelMeaning:
    values = table.column(label_column)
    for row, value in zip(table.rows, values, strict=True):
        if not value.strip():
            raise CorpusError(f"Line {row.line} has no label in the column {label_column!r}.")
    meaning = meaning_of(set(values))
    if meaning is None:
        raise CorpusError(
            f"The column {label_column!r} holds {len(set(values))} different values; two classes were expected."
        )
    return meaning


def _encoding_note(encoding: str) -> tuple[str, ...]:
    return ("The file is not UTF-8; it was read as Latin-1.",) if encoding == "latin-1" else ()


def _refuse_empty(table: _Table, texts: list[str], text_column: str) -> None:
    for row, text in zip(table.rows, texts, strict=True):
        if not text.strip():
            raise CorpusError(f"Line {row.line} has no text in the column {text_column!r}.")


def _refuse_one_class(classes: set[int | None], label_column: str) -> None:
    if len(classes) < 2:
        raise CorpusError(f"All labels in the column {label_column!r} are of one class; both are needed.")
