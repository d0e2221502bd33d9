"""Texts from uploaded files, wherever the process says that these lie."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from seqviz.corpora import uploads
from seqviz.corpora.loading import load_corpus
from seqviz.corpora.pairs import load_pairs
from seqviz.corpora.prose import load_prose
from seqviz.corpora.records import CorpusError
from seqviz.corpora.uploads import KeptFile

TABLE = b"words,mark,other\ngood one,1,0\ngood two,1,1\nbad one,0,0\nbad two,0,1\n"
COLUMNS = {"text_column": "words", "label_column": "mark"}
FILES = {
    "upload:table": TABLE,
    "upload:prose": b"The harbour wakes early.\r\n" * 20,
    "upload:pairs": b"".join(b"word %d\tmot %d\n" % (k, k) for k in range(40)),
}


class Shelf:
    """Holds files without a store."""

    def about(self, spec):
        return KeptFile(spec, f"{spec}.txt", "reviews", len(FILES[spec]), COLUMNS)

    def read(self, spec):
        return FILES[spec]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    opened = Shelf()
    before = uploads.read_from(opened)
    yield opened
    assert uploads.read_from(before) is opened


def test_a_table_is_read_with_the_columns_chosen_for_it(shelf):
    assert uploads.read_kept_table("upload:table").labels.tolist() == [1, 1, 0, 0]
    assert load_corpus("upload:table").name == uploads.filename_of("upload:table") == "upload:table.txt"


def test_prose_and_pairs_are_read_by_their_keys(shelf):
    prose = load_prose("upload:prose")
    assert (prose.train + prose.validation) == ("The harbour wakes early.\n" * 20).strip()
    pairs = load_pairs("upload:pairs")
    assert sorted(len(pair.source) for pair in pairs.train + pairs.validation) == [2] * 10 + [3] * 30
    assert {pair.target[0] for pair in pairs.train} == {"mot"}


@pytest.mark.parametrize("load", [uploads.read, uploads.filename_of, load_corpus, load_prose, load_pairs])
def test_a_process_that_has_opened_no_store_says_so(load):
    before = uploads.read_from(None)
    try:
        with pytest.raises(CorpusError, match="this program has not opened it"):
            load("upload:" + "a" * 22)
    finally:
        uploads.read_from(before)
