from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

from seqviz.ui.state.preferences import is_narrow

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"


@pytest.mark.parametrize(
    ("headers", "narrow"),
    [({"User-Agent": PHONE}, True), ({"User-Agent": "Mozilla/5.0 (X11)"}, False), ({}, False)],
)
def test_a_phone_is_known_by_what_its_browser_says(monkeypatch, headers, narrow):
    monkeypatch.setattr(st, "context", SimpleNamespace(headers=headers))
    assert is_narrow() is narrow
