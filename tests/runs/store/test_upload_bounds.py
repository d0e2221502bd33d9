"""How much may be uploaded, and the sentences that refuse more."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from seqviz.corpora.records import CorpusError
from seqviz.runs.store import upload_bounds as bounds
from seqviz.runs.store.upload_bounds import Allowance
from tests.runs.store.kept_files import keep


def test_too_large_an_upload_is_refused(uploads, monkeypatch):
    monkeypatch.setattr(bounds, "MAX_UPLOAD_BYTES", 3)
    with pytest.raises(CorpusError, match="has 4 bytes; at most 3"):
        keep(uploads, b"four", "x.txt")


def test_a_full_place_takes_no_more(uploads, monkeypatch):
    monkeypatch.setattr(bounds, "MAX_KEPT_BYTES", 100)
    first = keep(uploads, b"1" * 60, "x.txt")
    with pytest.raises(CorpusError, match="already take 60 bytes; delete some first"):
        keep(uploads, b"1" * 41, "x.txt")
    uploads.delete(first, "she")
    keep(uploads, b"1" * 100, "x.txt")


def test_an_allowance_is_used_up_by_all_files_that_count_for_it_and_freed_by_deleting(uploads):
    mine = Allowance("browser", "Your files", 10)
    network = Allowance("network", "The files of your network", 15)
    first = keep(uploads, b"1" * 6, "a.txt", allowances=[mine, network])
    with pytest.raises(CorpusError, match="Your files take 6 of 10 bytes here, and b.txt has 5; delete some"):
        keep(uploads, b"1" * 5, "b.txt", allowances=[mine, network])
    neighbour = Allowance("another browser", "Your files", 10)
    keep(uploads, b"1" * 7, "c.txt", owner="he", allowances=[neighbour, network])
    with pytest.raises(CorpusError, match="The files of your network take 13 of 15"):
        keep(uploads, b"1" * 3, "d.txt", owner="he", allowances=[neighbour, network])
    uploads.delete(first, "she")
    keep(uploads, b"1" * 8, "e.txt", allowances=[mine, network])


def test_an_allowance_holds_for_those_who_upload_at_the_same_moment(uploads):
    allowance = Allowance("browser", "Your files", 100)

    def taken(number):
        try:
            keep(uploads, b"1" * 30, f"{number}.txt", allowances=[allowance])
        except CorpusError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(taken, range(12))) == 3
    assert len(uploads.all_files_of("she")) == 3
