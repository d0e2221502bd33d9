"""What is ready when the server is."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from seqviz.corpora import uploads
from seqviz.corpora.records import CorpusError
from seqviz.ui.server import engine


def test_while_the_server_lives_its_pages_read_uploads_from_its_store(monkeypatch):
    monkeypatch.setattr(engine, "Runner", lambda store: nullcontext())  # workers are tested elsewhere
    before = uploads.read_from(None)
    try:
        spec = engine.store().uploads.keep(b"mine", "mine.txt", owner="she", use="text")
        with engine.booted():
            assert uploads.read(spec) == b"mine"
        with pytest.raises(CorpusError, match="has not opened it"):
            uploads.read(spec)
    finally:
        uploads.read_from(before)
