from __future__ import annotations

import re
import time

import pytest

from seqviz.text.own_pattern import OwnPatternError, replace_matches


@pytest.mark.parametrize(
    ("pattern", "replacement", "text"),
    [
        (r"[^a-zA-z]", " ", r"A_l'été [1998] C:\films ^best^"),
        (r"\d+", "#", "22 of 1,998"),
        (r"(\w)\1", r"<\1>", "committee"),
        (r"x*", "-", "axb"),
        (r"\bnot\b", "", ""),
    ],
)
def test_it_replaces_what_pythons_own_patterns_replace(pattern, replacement, text):
    assert replace_matches(pattern, replacement, text) == re.subn(pattern, replacement, text)


def test_a_pattern_that_would_take_for_ever_is_stopped_and_explained():
    began = time.monotonic()
    with pytest.raises(OwnPatternError, match=r"Stopped after 0\.05 s.*catastrophic backtracking"):
        replace_matches(r"(a|aa)+$", "", "a" * 200 + "!", seconds=0.05)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("pattern", "replacement"), [("(", ""), ("[a-", ""), ("a", r"\1"), ("*", ""), ("a", r"\g<x>")]
)
def test_a_wrong_pattern_or_replacement_gets_a_sentence(pattern, replacement):
    with pytest.raises(OwnPatternError, match="This pattern or its replacement is wrong: .*"):
        replace_matches(pattern, replacement, "a cat")
