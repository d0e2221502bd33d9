from __future__ import annotations

import re

import pytest
import torch
from torch import nn

from seqviz.lessons.where_used.milestones import EVERYTHING, FIELD, milestones
from seqviz.lessons.where_used.state_size import UNITS, kept_by_lstm
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


def test_the_task_about_phones_shows_every_product_that_ran_on_one():
    at = open_page("where_used", field="keyboards")
    at.button(key="task:2").click().run()
    shown = [text.value for text in at.markdown]
    on_phones = [entry.what for entry in milestones() if re.search(r"\bphones?\b", entry.what)]
    assert len(on_phones) == 2
    assert set(on_phones) <= set(shown)


def test_what_a_recurrent_layer_goes_on_from_is_torchs_state():
    _, (hidden, memory) = nn.LSTM(3, UNITS)(torch.zeros(5, 3))
    assert kept_by_lstm(UNITS) == hidden.numel() + memory.numel()
    said = next(
        text.value for text in open_page("where_used").markdown if "On a phone it is a strength" in text.value
    )
    assert "256 numbers, after 10 words as after 1,000" in said
    assert "2,560 numbers, then 256,000" in said
