from __future__ import annotations

import sys

import torch

from seqviz.lessons.repair.inputs import given_to
from seqviz.lessons.repair.running import RETURNED, outcome, run
from seqviz.lessons.repair.snippets import snippet_named

PROGRAM = """
def half(numbers):
    first = numbers[0]
    doubled = [2 * number for number in numbers]
    return first / 2

for k in (4, 6):
    a, b = half([k]), k
print(a)
"""


def test_each_line_says_what_it_made_when_it_was_last_run():
    made = run(PROGRAM, {}).made
    assert made == {
        2: {"numbers": "[6]"},
        3: {"first": "6"},
        4: {"doubled": "[12]"},
        5: {RETURNED: "3"},
        7: {"k": "6"},
        8: {"a": "3", "b": "6"},
    }


def test_what_is_printed_goes_to_the_outcome_alone(capsys):
    assert run(PROGRAM, {}).printed == "3.0\n"
    assert capsys.readouterr().out == ""


def test_an_error_is_told_with_the_snippets_own_line():
    found = run("import math\n\nx = 1\nmath.sqrt(\n    -x)\n", {})
    assert (found.error, found.stopped_at) == ("ValueError: math domain error", 4)
    assert found.shown == "line 4: ValueError: math domain error"
    within = run("import json\njson.loads('{')\n", {})
    assert within.stopped_at == 2  # not where json itself stops


def test_whoever_watched_before_watches_again():
    def mine(frame, event, value):
        return None

    before = sys.gettrace()
    sys.settrace(mine)
    try:
        run("1 / 0", {})
        assert sys.gettrace() is mine
    finally:
        sys.settrace(before)


def test_a_run_is_the_same_whatever_else_draws_at_random():
    snippet = snippet_named("softmax")
    torch.manual_seed(20)
    assert run(snippet.code, given_to(snippet)).printed == outcome("softmax").printed
