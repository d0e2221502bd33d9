"""What is true of every claim."""

from __future__ import annotations

import importlib
import json

import pytest

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.schedule import schedule
from seqviz.runs.experiment import to_config
from tests.conftest import ROOT

IDS = ("E1", "E2", "E3", "E4", "E5", "E5b", "E6", "E7", "E8", "E9", "E9b", "E10", "E11", "E12", "E13", "E14")


def test_all_sixteen_are_there_under_their_own_names():
    assert tuple(CLAIMS) == IDS
    assert all(claim.id == name for name, claim in CLAIMS.items())


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_a_claim_is_told_whole(claim):
    assert all((ROOT / "pages" / f"{page}.py").exists() for page in claim.pages)
    assert len(set(claim.pages)) == len(claim.pages) > 0
    assert claim.told.endswith(".") and claim.setting.endswith(".") and claim.changes.endswith(".")
    assert claim.told_by and all(each.endswith((".", "”.")) for each in claim.told_by)
    assert len({part.name for part in claim.parts}) == len(claim.parts)


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_every_level_of_every_dial_leads_to_a_run_that_can_be_read(claim):
    levels = {dial.name: dial.levels for dial in claim.dials}
    for entry in schedule(claim, 2, levels):
        module, name = entry.reading.function.split(":")
        assert callable(getattr(importlib.import_module(module), name))
        assert json.dumps(dict(entry.condition))
        if entry.reading.experiment is not None:
            assert to_config(entry.reading.experiment)["seed"] == entry.seed


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_the_arms_of_a_condition_are_alike_in_all_but_what_the_claim_speaks_of(claim):
    """They share their seed, and differ in at most three settings."""
    for part in claim.parts:
        for condition in part.conditions():
            readings = [part.read(condition, arm, 3) for arm in part.arms]
            runs = [reading.experiment for reading in readings if reading and reading.experiment]
            if len(runs) == 2 and type(runs[0]) is type(runs[1]):
                one, other = map(to_config, runs)
                assert sum(one[name] != other[name] for name in one) <= 3


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_dials_of_one_name_offer_the_same_levels(claim):
    dials = {dial.name: dial for dial in claim.dials}
    assert all(dials[dial.name] == dial for part in claim.parts for dial in part.dials)
    assert all(set(dial.usual) <= set(dial.levels) for dial in dials.values())
