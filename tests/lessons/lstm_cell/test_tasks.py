from __future__ import annotations

import pytest

from seqviz.lessons.lstm_cell.tasks import TASKS, counted_and_wiped, memory_taken_away, readings_part
from seqviz.models.inspect.surgery import Clamp
from seqviz.ui.cells.findings import SHUT, forget_shut_answer
from seqviz.ui.cells.nets import HAND_SET, opens_with
from tests.ui.cells.screens import cell_screen

THREE = "on wait on on off wait"
BUT = "We were tired, but the film was good."
NEVER = "The film was never boring."


def test_the_hand_set_unit_counts_to_three_and_its_forget_gate_wipes_it():
    result = counted_and_wiped(cell_screen("lstm", HAND_SET, THREE, (5, 1)))
    assert result.is_done
    assert (
        "unit 1 comes with c = 2.97 and h = 0.99; its forget gate is 0.002, so 0.01 of c stays" in result.said
    )


@pytest.mark.parametrize(
    ("sentence", "place", "said"),
    [
        (THREE, (6, 1), "Let it count"),
        (THREE, (5, 0), "c = 1.00"),
        ("on on off", (3, 1), "Let it count"),
        ("on on on wait off", (4, 1), "Go to the word"),
    ],
)
def test_a_shorter_count_or_another_word_is_not_the_task(sentence, place, said):
    result = counted_and_wiped(cell_screen("lstm", HAND_SET, sentence, place))
    assert not result.is_done and said in result.said


def test_a_trained_net_counts_nothing():
    assert "was trained" in counted_and_wiped(cell_screen("lstm", opens_with("lstm"), THREE, (5, 1))).said


def test_the_memory_is_taken_away_everywhere_and_then_at_one_word():
    def screen(*clamps):
        return cell_screen("lstm", opens_with("lstm"), BUT, (5, 0), *clamps)

    everywhere = memory_taken_away(screen(Clamp("forget_gate", 0.0)))
    alone = memory_taken_away(screen(Clamp("forget_gate", 0.0, first=4, last=4)))
    assert not everywhere.is_done and "Now at *but* alone" in everywhere.said
    assert alone.is_done
    assert alone.said.partition("held everywhere, ")[2].rstrip(".") in everywhere.said
    assert not memory_taken_away(screen(Clamp("forget_gate", 0.0, first=3, last=3))).is_done
    assert "Hold the forget gate at 0" in memory_taken_away(screen()).said
    assert "no *but*" in memory_taken_away(cell_screen("lstm", opens_with("lstm"), NEVER, (1, 0))).said


def test_two_readings_part_at_the_word_that_was_swapped():
    def screen(token, swap=(3, "rather"), **more):
        return cell_screen("lstm", opens_with("lstm"), NEVER, (token, 0), swap=swap, **more)

    result = readings_part(screen(4))
    assert result.is_done and result.said.startswith("They part at token 4, “never”, now “rather”.")
    assert "the states lie at most 0.000 apart" in readings_part(screen(3)).said
    assert not readings_part(screen(5)).is_done
    assert "as it was" in readings_part(screen(4, None)).said
    assert "knows neither" in readings_part(screen(4, (3, "never"))).said
    assert "More is changed" in readings_part(screen(4, resets=(1,))).said


def test_without_a_sentence_nothing_is_done():
    assert not any(task.check(None).is_done for task in TASKS)


def test_the_facts_to_keep_are_what_the_lesson_shows():
    there = cell_screen("lstm", HAND_SET, THREE, (4, 1))
    assert there.here("cell_state") > 1 > there.here("hidden_state")
    assert forget_shut_answer() == SHUT[1]
