from __future__ import annotations

import pytest

from seqviz.ui.milestones import EVERYTHING, FIELD, milestones
from tests.pages.open_page import open_page


def test_every_entry_is_dated_and_sourced():
    years = [entry.year for entry in milestones()]
    assert years == sorted(years)
    assert all(entry.what.endswith(".") and str(entry.year) in entry.source for entry in milestones())


@pytest.mark.parametrize("field", [EVERYTHING, "translation"])
def test_the_list_can_be_narrowed_to_a_field(field):
    at = open_page("where_used")
    at.selectbox(key="field").set_value(field).run()
    shown = [text.value for text in at.markdown]
    for entry in milestones():
        assert (entry.what in shown) == (field in (EVERYTHING, entry.field))


def test_the_fields_are_those_of_the_entries():
    assert set(FIELD.options) == {EVERYTHING} | {entry.field for entry in milestones()}
