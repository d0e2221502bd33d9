from __future__ import annotations

from seqviz.lessons.filling_gap.sooner import KNOWN_TO_THE_LEFT, first_all_right, sooner, sooner_or_not
from seqviz.runs.events import Metrics
from seqviz.runs.history import History


def history_of(left, both):
    history = History()
    for arm, values in (("left", left), ("both", both)):
        measured = [
            Metrics(10 * k, k, k, {KNOWN_TO_THE_LEFT: value}, arm=arm) for k, value in enumerate(values, 1)
        ]
        history.add(measured)
    return history


def test_who_was_sooner_follows_from_the_curves():
    assert first_all_right(history_of([0.5, 1.0, 0.9], []), "left") == 20
    assert first_all_right(history_of([0.5], []), "left") is None
    assert sooner(history_of([0.5, 1.0], [0.5, 0.6])).endswith("So two directions were not sooner here.")
    assert sooner(history_of([0.5, 0.5], [1.0, 1.0])).endswith("So two directions were sooner here.")
    assert sooner(history_of([0.5, 0.5], [0.5, 0.5])).endswith("Neither was sooner.")


def test_the_bundled_nets_are_told_with_their_steps():
    assert (
        "every country after 96 steps, the one that reads from both ends after 128 steps" in sooner_or_not()
    )
