from __future__ import annotations

import dataclasses

import pytest

from seqviz.claims.sentences import (
    chance_sentence,
    short_verdict,
    verdict_sentence,
)
from seqviz.claims.table import Table
from seqviz.claims.verdicts import judge
from tests.claims.made_up import made_up_claim, table_of
from tests.claims.test_verdicts import coin, crossing_at_15, sure_win

CLAIM = made_up_claim()


def said(table):
    return verdict_sentence(CLAIM, judge(CLAIM, table))


def test_a_sure_win_is_said_with_its_seeds_and_what_was_not_tried():
    assert said(table_of(sure_win)) == (
        "The claim **holds here**: of 4 conditions, 4 supported, over 10 seeds. "
        "One level alone was tried of corpus (reviews): whether that matters cannot be told from this."
    )


def test_a_crossing_is_said_with_where_it_turns():
    assert (
        "The claim **depends on the lag**: of 4 conditions, 2 supported and 2 contradicted, over 10 seeds. "
        "It is supported at lag 20 and 40 and not at lag 5 and 10: it turns between 10 and 20, by interpolation at "
        "about 13."
    ) in said(table_of(crossing_at_15))


def test_a_coin_is_undecided_and_the_seeds_it_would_take_are_estimated():
    found = said(table_of(coin))
    assert "**undecided** so far" in found
    assert "more seeds would decide what is open." in found


def test_one_seed_is_too_few_and_what_was_measured_is_not_hidden():
    assert said(table_of(sure_win, 1)) == (
        "**Too few seeds** for a verdict: 1 seed has all that is compared, and 5 are needed. "
        "What has been measured is shown."
    )


def test_nothing_measured_is_no_verdict():
    assert said(Table(())) == "Nothing has been measured yet, so there is **no verdict**."


def test_diverged_runs_are_named():
    rows = [
        dataclasses.replace(row, value=None, state="diverged") if row.seed < 2 and row.arm == "gru" else row
        for row in table_of(sure_win).rows
    ]
    found = said(Table(tuple(rows)))
    assert "**holds here**" in found
    assert "(left out: 8 measurements whose run diverged)" in found


def test_a_dial_with_one_level_cannot_be_judged():
    assert "One level alone was tried of lag (20) and corpus (reviews)" in said(
        table_of(sure_win, lags=(20,))
    )


def test_what_chance_would_mark_is_said():
    verdict = judge(CLAIM, table_of(coin))
    assert "Of 4 conditions, chance alone would be expected to put up to 0.2" in chance_sentence(verdict)
    assert chance_sentence(judge(CLAIM, Table(()))) == ""


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (sure_win, "holds here"),
        (crossing_at_15, "depends on the lag: 2 of 4"),
        (coin, "undecided: 0 of 4"),
    ],
)
def test_a_verdict_in_a_few_words_counts_where_it_is_neither_yes_nor_no(difference, words):
    assert short_verdict(judge(CLAIM, table_of(difference))) == words
