from __future__ import annotations

import pytest

from seqviz.lessons.repair.misconceptions import num_that_stop
from seqviz.lessons.repair.snippets import snippet_named, snippets
from seqviz.lessons.repair.tasks import TASKS, Screen, coin_toss, four_answers, six_ids


def screen(name, line=None, place=None):
    return Screen(snippet_named(name), line, place)


def test_the_line_that_stops_is_not_the_one_to_repair():
    assert "the program stops there, but" in six_ids(screen("maxlen", 6)).said
    assert six_ids(screen("maxlen", 7)).said == "Line 7 is not the one to repair."
    assert "Now choose" in six_ids(screen("maxlen", 2)).said
    assert "`[2, 3, 4, 5]`, not six ids" in six_ids(screen("maxlen", 2, 2)).said
    assert six_ids(screen("maxlen", 2, 1)).said == (
        "It stopped at line 6; the line to repair was line 2. Now it prints `[2, 3, 4, 5, 0, 0]`."
    )


def test_the_accuracy_is_told_before_and_after():
    result = coin_toss(screen("coins", 10, 1))
    assert result.is_done and "Accuracy 0.713 as it stood, 0.440 repaired. On 150 test reviews" in result.said
    assert "holds one half" in result.said
    assert "0.707 with your line" in coin_toss(screen("coins", 10, 2)).said
    assert "stops the program" in coin_toss(screen("coins", 10, 3)).said


@pytest.mark.parametrize(
    ("place", "is_done", "said"),
    [
        (0, True, "read 1 token"),
        (1, False, "gives 1, not four"),
        (2, False, "gives 7"),
        (3, False, "right one"),
    ],
)
def test_one_mending_gives_four_answers_and_is_wrong(place, is_done, said):
    result = four_answers(screen("layers", 5, place))
    assert result.is_done == is_done and said in result.said


def test_another_snippet_or_no_line_is_told():
    for task in TASKS:
        assert "Another snippet is open" in task.check(screen(snippets()[0].name)).said
        name = task.values["snippet"]
        assert task.check(screen(name)).said == "No line is chosen yet."
        assert not task.check(screen(name, 1, 0)).is_done, "a mending without its line is not on the screen"


def test_most_faults_stop_nothing():
    assert int(num_that_stop()) == 1 < len(snippets())
