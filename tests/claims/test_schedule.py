from __future__ import annotations

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.schedule import by_run, experiments_of, schedule
from tests.claims.conftest import COUNTING


def test_every_arm_of_a_seed_comes_before_the_next_seed_and_the_first_arm_takes_turns():
    entries = schedule(COUNTING, 2, {})
    assert [(entry.seed, entry.condition["start"], entry.arm) for entry in entries] == [
        (0, 1, "longer"),
        (0, 1, "shorter"),
        (0, 40, "longer"),
        (0, 40, "shorter"),
        (1, 1, "shorter"),
        (1, 1, "longer"),
        (1, 40, "shorter"),
        (1, 40, "longer"),
    ]


def test_levels_that_are_asked_for_take_the_place_of_the_usual_ones():
    assert {entry.condition["start"] for entry in schedule(COUNTING, 1, {"start": (90,)})} == {90}


def test_measurements_that_share_a_run_are_read_from_one():
    """The three cells at five lags are one run for each forget bias; the GRU and the plain net have none."""
    entries = schedule(CLAIMS["E3"], 2, {})
    runs = by_run(entries)
    assert sum(len(found) for _, found in runs) == len(entries) == 2 * 70
    assert len(runs) == len(experiments_of(entries)) == 2 * 3


def test_what_needs_no_run_is_gathered_seed_by_seed():
    runs = by_run([entry for entry in schedule(CLAIMS["E6"], 3, {}) if entry.reading.experiment is None])
    assert [(run, {entry.seed for entry in entries}) for run, entries in runs] == [
        (None, {0}), (None, {1}), (None, {2}),
    ]  # fmt: skip
