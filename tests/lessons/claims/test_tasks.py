from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_trial, finished_verdict
from seqviz.claims.sentences import verdict_sentence
from seqviz.claims.table import Table
from seqviz.claims.verdicts import judge
from seqviz.lessons.claims.misconceptions import most_divided
from seqviz.lessons.claims.tasks import TASKS, Screen, enough_seeds, makes_it_true, where_it_turns

BIAS = "LSTM's forget bias"


def screen(claim, trial=None, **levels):
    chosen = {dial.name: dial.usual for dial in CLAIMS[claim].dials}
    return Screen(CLAIMS[claim], chosen | {name.replace("_", " "): of for name, of in levels.items()}, trial)


def with_seeds(claim, number):
    return Table(tuple(row for row in finished_trial(claim).table.rows if row.seed < number))


def test_the_two_vocabularies_between_which_it_turns_must_be_chosen():
    result = where_it_turns(screen("E10", vocabulary=(30_000, 100_000)))
    assert result.is_done and result.said.startswith("It turns between vocabulary 30,000 and 100,000")
    told = verdict_sentence(CLAIMS["E10"], finished_verdict("E10"))
    assert result.said.partition(" and ")[2].rstrip(".") in told
    for other in ((30_000,), (10_000, 30_000), CLAIMS["E10"].dials[0].usual):
        assert "Chosen for the next trial" in where_it_turns(screen("E10", vocabulary=other)).said


@pytest.mark.parametrize(
    ("lags", "biases", "said"),
    [
        ((40, 80), (4,), "At lag 40 and 80; LSTM's forget bias 4, every condition supports"),
        ((80,), (4,), "+23.3 points at least"),
        ((20, 40), (4,), "Of the 2 conditions chosen for the next trial, 1 support"),
        ((5, 10, 20, 40, 80), (0, 2, 4), "Of the 15 conditions chosen for the next trial, 2 support"),
    ],
)
def test_the_levels_at_which_an_lstm_remembers_longer_must_be_chosen_alone(lags, biases, said):
    there = screen("E3")
    result = makes_it_true(replace(there, levels={"lag": lags, BIAS: biases}))
    assert said in result.said
    assert result.is_done == (biases == (4,) and 20 not in lags)


def test_two_seeds_give_no_verdict_and_six_do():
    few = enough_seeds(screen("E4", with_seeds("E4", 2)))
    assert not few.is_done and "**Too few seeds**" in few.said and "Set the seeds to 6" in few.said
    table = with_seeds("E4", 6)
    assert enough_seeds(screen("E4", table)).said == verdict_sentence(
        CLAIMS["E4"], judge(CLAIMS["E4"], table)
    )
    assert enough_seeds(screen("E4", table)).is_done
    assert "run one" in enough_seeds(screen("E4")).said


def test_another_card_is_told():
    assert all("The card of E7 is open" in task.check(screen("E7")).said for task in TASKS)


def test_another_seed_may_turn_a_result_round():
    assert most_divided() is not None
