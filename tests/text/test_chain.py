"""The chain of cleaning steps as the lesson shows it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqviz.text.chain import STEPS, USUAL, Options, clean, stages

HEADING = "<h2>I don't know about you but i'm feeling 22</h2>"
OPTIONS = Options(dictionary="simplemma")


def test_the_chain_of_the_lesson_step_by_step():
    after = {stage.step: stage.after for stage in stages(HEADING, USUAL, OPTIONS)}
    assert after["html"] == "I don't know about you but i'm feeling 22"
    assert after["contractions"] == "I do not know about you but i am feeling 22"
    assert after["special"] == "I do not know about you but i am feeling 22"
    assert after["stem"] == "I do not know about you but i am feel 22"
    assert after["lemma"] == "I do not know about you but i be feel 22"
    assert after["stop"] == "not know feel 22"


def test_a_chain_without_steps_changes_nothing():
    assert stages(HEADING, (), OPTIONS) == []
    assert clean(HEADING, (), OPTIONS) == HEADING


def test_the_order_of_the_steps_matters():
    assert clean("don't", ("contractions", "special"), OPTIONS) == "do not"
    assert clean("don't", ("special", "contractions"), OPTIONS) == "dont"


@given(st.text(), st.permutations(list(STEPS)))
@settings(max_examples=60, deadline=None)
def test_any_text_passes_any_chain_and_each_stage_begins_where_the_last_ended(text, order):
    passed = stages(text, order, OPTIONS)
    assert passed[0].before == text
    assert all(one.after == two.before for one, two in zip(passed, passed[1:], strict=False))
    assert passed[-1].after == clean(text, order, OPTIONS)


@pytest.mark.parametrize("step", ["accents", "special", "digits", "stop"])
@given(text=st.text() | st.text(st.sampled_from("áéßが1½²_-'’ \n٣ab😀\u200d\u0301")))
@settings(max_examples=80, deadline=None)
def test_a_second_time_changes_nothing_more(step, text):
    once = STEPS[step].apply(text, OPTIONS)
    assert STEPS[step].apply(once, OPTIONS) == once
