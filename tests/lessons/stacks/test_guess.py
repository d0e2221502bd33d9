from __future__ import annotations

from seqviz.experiments.brackets.reached import ON_BRACKETS, ON_WORDS, accuracies
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.lessons.stacks.guess import helps_answer


def test_the_answer_is_what_the_accuracies_of_the_bundled_nets_say():
    history = load_bundled_run("brackets").history
    ahead = []
    for metric in (ON_WORDS, ON_BRACKETS):
        one, wide, two = accuracies(history, metric).values()
        ahead.append(min(two) > max(one + wide) + 0.02)
    assert ahead == [True, False]
    assert helps_answer() == "on the words alone"
