from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from seqviz.ui.state.address import Choice, Flag, Number, Text
from seqviz.ui.state.address_check import faults
from seqviz.ui.state.address_lists import Several
from tests.ui.hostile import hostile_texts

HIDDEN = Number("hidden", 1, 64, 16, 1)
RATE = Number("rate", 0.001, 1.0, 0.01, 0.001)
CELL = Choice("cell", ("rnn", "lstm"), "lstm", str.upper)
LARGE = Flag("large")
REVIEW = Text("review", "not bad", longest=10)
SEED = Number("seed", 0, 2**31 - 1, 0, 1)
SETTINGS = (HIDDEN, RATE, CELL, LARGE, REVIEW, SEED)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("hidden", "900", "hidden needs a whole number from 1 to 64; the address says '900': 16 is taken."),
        ("hidden", "1.5", "hidden needs a whole number from 1 to 64; the address says '1.5': 16 is taken."),
        ("seed", "-1", "seed needs a whole number from 0 to 2147483647; the address says '-1': 0 is taken."),
        ("rate", "nan", "rate needs a number from 0.001 to 1; the address says 'nan': 0.01 is taken."),
        ("rate", "-inf", "rate needs a number from 0.001 to 1; the address says '-inf': 0.01 is taken."),
        ("cell", "lstm", "cell needs one of RNN, LSTM; the address says 'lstm': LSTM is taken."),
        ("large", "maybe", "large needs true or false; the address says 'maybe': false is taken."),
        (
            "review",
            "a" * 60,
            f"review needs a text of at most 10 characters; the address says '{'a' * 40}…': 'not bad' is taken.",
        ),
    ],
)
def test_a_wrong_value_is_named_with_what_was_needed_and_what_is_taken(name, text, sentence):
    assert faults(SETTINGS, {name: [text]}) == [sentence]


def test_right_values_and_strangers_pass():
    right = {"hidden": "1", "rate": "1.0", "cell": "RNN", "large": "true", "review": "", "utm_source": "x"}
    assert faults(SETTINGS, {name: [text] for name, text in right.items()}) == []


@given(st.integers(1, 64), st.floats(0.001, 1.0))
def test_every_number_within_bounds_passes(hidden, rate):
    assert faults(SETTINGS, {"hidden": [str(hidden)], "rate": [repr(rate)]}) == []


@given(st.dictionaries(st.sampled_from([s.name for s in SETTINGS]), st.lists(hostile_texts(), max_size=3)))
def test_no_address_whatever_raises(address):
    assert len(faults(SETTINGS, address)) <= len(address)


def test_a_name_that_the_address_repeats_is_told():
    assert faults(SETTINGS, {"review": ["a", "b"], "hidden": ["1", "2"]}) == [
        "hidden needs one value; the address says '1, 2': 16 is taken.",
        "review needs one value; the address says 'a, b': 'not bad' is taken.",
    ]


def test_several_words_are_each_looked_up_and_the_known_ones_taken():
    steps = Several("steps", ("html", "stem"), ("html",), str.upper)
    assert faults((steps,), {"steps": ["STEM", "HTML"]}) == []
    assert faults((steps,), {"steps": [""]}) == []
    (said,) = faults((steps,), {"steps": ["STEM", "fry"]})
    assert said == "steps needs some of HTML, STEM; the address says 'STEM, fry': STEM is taken."
    assert faults((steps,), {"steps": ["fry"]})[0].endswith(": HTML is taken.")


def page() -> None:
    import streamlit as st

    from seqviz.ui.state import address_check
    from seqviz.ui.state.address import Number

    address_check.check(Number("hidden", 1, 64, 16, 1))
    if st.query_params:
        st.query_params.clear()  # the page writes its own address
        if st.session_state.draws_itself:
            address_check.say_again()
            st.rerun()
    st.button("Somebody does something")


@pytest.mark.parametrize("draws_itself", [True, False])
def test_what_was_said_of_the_address_stays_when_the_page_draws_itself_and_goes_when_somebody_acts(
    draws_itself,
):
    at = AppTest.from_function(page)
    at.session_state["draws_itself"] = draws_itself
    at.query_params["hidden"] = "900"
    at.run()
    assert [warning.value[:6] for warning in at.warning] == ["hidden"]
    at.button[0].click().run()
    assert not at.warning
