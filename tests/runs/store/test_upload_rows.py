"""A file in the store's rows: of any size it comes back whole, or not at all."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from seqviz.corpora.records import CorpusError
from seqviz.runs.store import schema
from seqviz.runs.store.upload_rows import PIECE_BYTES
from tests.runs.store.kept_files import keep, rows_of


@pytest.mark.parametrize(
    "size", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES, 12_345_678]
)
def test_a_file_of_any_size_lies_in_pieces_and_comes_back_whole(uploads, store, size):
    data = bytes(range(251)) * (size // 251 + 1)
    spec = keep(uploads, data[:size], "x")
    assert uploads.read(spec) == data[:size]
    assert rows_of(store)[1] == max(1, -(-size // PIECE_BYTES))
    with store.reading() as connection:
        longest = sa.select(sa.func.max(sa.func.length(schema.upload_pieces.c.data)))
        assert connection.execute(longest).scalar_one() <= PIECE_BYTES


@pytest.mark.parametrize("damage", [{"data": b"other"}, None], ids=["changed", "lost"])
def test_a_damaged_file_is_not_taken_for_the_one_that_was_kept(uploads, store, damage):
    spec = keep(uploads, b"x" * (PIECE_BYTES + 3), "x.txt")
    last = schema.upload_pieces.c.number == 1
    change = sa.update(schema.upload_pieces).values(**damage) if damage else sa.delete(schema.upload_pieces)
    with store.writing() as connection:
        connection.execute(change.where(last))
    with pytest.raises(CorpusError, match="damaged in the store; upload it again"):
        uploads.read(spec)
