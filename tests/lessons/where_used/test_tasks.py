from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.lessons.where_used.milestones import EVERYTHING, milestones
from seqviz.lessons.where_used.random_walk import LINEAR, LSTM, Forecast
from seqviz.lessons.where_used.tasks import (
    REPLACED,
    Screen,
    beyond_what_it_knows,
    from_idea_to_product,
    on_the_phone,
    why_faster,
)

PRICES = np.array([100.0, 101, 102, 103])
COPIED = Forecast(PRICES, PRICES - 1, PRICES - 1)
FAR_OFF = Forecast(PRICES, PRICES - 1, PRICES - 3)
THERE = Screen(EVERYTHING, np.array([90.0, 101.5]), LSTM, COPIED)


def narrowed(field):
    return replace(THERE, field=field)


def test_each_task_on_the_list_needs_its_field_and_quotes_its_entries():
    assert from_idea_to_product(narrowed("translation")).said == (
        "2014: encoder and decoder; 2016: Google Translate. 2 years lie between them."
    )
    assert "parallel hardware" in why_faster(narrowed(REPLACED)).said
    for check in (from_idea_to_product, on_the_phone, why_faster):
        assert not check(THERE).is_done and not check(narrowed("music")).is_done


@pytest.mark.parametrize(("field", "other"), [("keyboards", "speech (2019)"), ("speech", "keyboards (2018)")])
def test_either_product_on_a_phone_will_do_and_the_other_one_is_told(field, other):
    result = on_the_phone(narrowed(field))
    assert result.is_done and f"The other one: {other}." in result.said
    assert "goes on from 256 numbers, one of attention from 256,000" in result.said


def test_the_lstm_must_err_by_far_more_than_copying():
    assert "1.0 times as much" in beyond_what_it_knows(THERE).said
    assert not beyond_what_it_knows(THERE).is_done
    far = replace(THERE, forecast=FAR_OFF)
    assert beyond_what_it_knows(far).said == (
        "It errs 3.0 times as much as copying does. It learned from prices between 90 and 102; of those asked for, 50% "
        "lie beyond, from 100 to 103."
    )
    assert beyond_what_it_knows(far).is_done
    assert not beyond_what_it_knows(replace(far, forecaster=LINEAR)).is_done


def test_google_used_lstms_for_speech_and_translation_when_the_facts_say_so():
    found = {(entry.year, entry.field): entry.what for entry in milestones() if "Google" in entry.what}
    assert "LSTM" in found[2015, "speech"] and "LSTM" in found[2016, "translation"]
