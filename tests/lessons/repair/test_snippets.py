from __future__ import annotations

import pytest

from seqviz.lessons.glossary.terms import glossary
from seqviz.lessons.repair.inputs import GIVEN
from seqviz.lessons.repair.running import outcome
from seqviz.lessons.repair.snippets import snippets
from tests.conftest import ROOT
from tests.lessons.repair.expected import CHECKS

EACH = pytest.mark.parametrize("snippet", snippets(), ids=lambda snippet: snippet.name)


def test_every_snippet_has_a_check_and_a_name_of_its_own():
    assert [snippet.name for snippet in snippets()] == list(CHECKS)
    assert len({snippet.title for snippet in snippets()}) == len(snippets())


@EACH
def test_a_snippet_is_whole(snippet):
    assert snippet.code.count(snippet.fault) == 1
    assert [snippet.lines[k - 1] for k in snippet.faulty_lines] == snippet.fault.splitlines()
    assert sum(mending.is_right for mending in snippet.mendings) == 1
    assert len({mending.code for mending in snippet.mendings} | {snippet.fault}) == len(snippet.mendings) + 1
    assert set(snippet.notes) <= set(snippet.lines) - set(snippet.fault.splitlines())
    assert set(snippet.given) <= {*GIVEN, "text"}
    assert (ROOT / f"pages/{snippet.lesson}.py").is_file()
    assert any(snippet.term in part.terms for part in glossary())


@EACH
def test_it_does_what_it_is_meant_to_only_with_the_right_mending(snippet):
    check = CHECKS[snippet.name]
    faulty = outcome(snippet.name)
    assert bool(faulty.error) == snippet.stops
    assert faulty.error or not check(faulty)
    for place, mending in enumerate(snippet.mendings):
        found = outcome(snippet.name, place)
        assert (not found.error and check(found)) == mending.is_right, mending.code
        assert mending.says.format_map(found.variables).endswith((".", ".)"))
    assert snippet.why.format_map(faulty.variables).endswith((".", ".)"))


def test_what_is_said_of_two_mendings_that_act_alike_is_so():
    """*It holds the same six signs*, *lowers all models alike*, *nothing to clip*."""
    for name, place in (("letters", 0), ("validation", 2), ("clip", 0), ("clip", 2)):
        assert outcome(name, place).shown == outcome(name).shown


def test_numbers_that_sentences_name_in_words():
    padding = snippets()[9]
    assert padding.name == "padding"
    assert len(outcome("padding").variables["right"]) == 50
    assert "reviews: 4  answers: 4" in outcome("layers", 0).shown
    assert "reviews: 4  answers: 7" in outcome("layers", 2).shown
    assert outcome("maxlen", 2).variables["maxlen"] != 6
    shares = outcome("attention", 3).variables["shares"]
    held = outcome("attention", 3).variables
    assert (shares(held["queries"], held["keys"]) < 0).any()
