"""What a trial notes as it goes, and the table that the notes add up to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from seqviz.claims.table import Row, Table
from seqviz.runs.events import Note

#: The topic of the notes that carry rows of the table.
MEASURED = "measured"


def note_of(rows: Sequence[Row]) -> Note:
    """Return the note of what was measured."""
    return Note(MEASURED, {"rows": [row.as_data() for row in rows]})


def rows_of(contents: Sequence[dict[str, Any]]) -> Table:
    """Return the table so far of a trial's notes."""
    return Table.from_data(row for content in contents for row in content["rows"])
