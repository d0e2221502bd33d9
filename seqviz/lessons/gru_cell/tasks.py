"""What to try with the GRU cell, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from seqviz.lessons.gru_cell import comparison
from seqviz.models.cells.registry import cell_named
from seqviz.runs.step_time import Spread
from seqviz.text.numbers_written import with_minus
from seqviz.ui.cells import examples
from seqviz.ui.cells.nets import HAND_SET, opens_with
from seqviz.ui.cells.screen import CellScreen, cell_on_screen, when_read
from seqviz.ui.frame.task import Result, Task, done, missing

SIZES = (64, 128)  # numbers in a token's vector, units


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        cell: the cell that is drawn; None where there is nothing to read.
        sizes: numbers in a token's vector, and units, of the comparison.
        seconds: what a training step took here at these sizes, by layer; empty where it was not measured.
    """

    cell: CellScreen | None
    sizes: tuple[int, int]
    seconds: Mapping[str, Spread]


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    return Screen(cell_on_screen(), *comparison.on_screen())


def _of_cell(check: Callable[[CellScreen | None], Result]) -> Callable[[Screen], Result]:
    return lambda screen: check(screen.cell)


@when_read
def turned_over(screen: CellScreen) -> Result:
    """Check that a token is chosen at which the state of the hand-set net's unit changes its sign; tell z and n."""
    if screen.net != HAND_SET:
        return missing("This net was trained: choose the one that was set by hand.")
    was, z, new = screen.before("hidden_state"), screen.here("update_gate"), screen.here("candidate")
    state = screen.here("hidden_state")
    said = (
        f"At {screen.word}, unit {screen.place.unit} comes with h = {with_minus(was, '.3f')}. z = {z:.3f}, n = "
        f"{with_minus(new, '.3f')}, so h = (1 − z) · n + z · h₋₁ = {with_minus(state, '.3f')}"
    )
    if was * state >= 0:
        return missing(f"{said}. Its sign stays: go to another word.")
    return done(f"{said}: its sign changes.")


@when_read
def past_unheard(screen: CellScreen) -> Result:
    """Check that every reset gate is held at 0 at all tokens; say what is left of the answer."""
    clamp = screen.shut("reset_gate")
    if clamp is None:
        return missing("Hold the reset gate at 0, in all units, and change nothing else.")
    said = screen.what_holding_does(clamp)
    if (clamp.first, clamp.last) != (0, None):
        return missing(f"Held at some tokens only, {said}. Hold it everywhere.")
    return done(f"Held everywhere, {said}. Through z, which is not held, the past is still handed on.")


def counted_and_timed(screen: Screen) -> Result:
    """Check that the sizes asked for are set and timed; tell parameters and times of GRU and LSTM."""
    inputs, units = screen.sizes
    gru = cell_named("gru").parameters(inputs, units)
    lstm = cell_named("lstm").parameters(inputs, units)
    said = f"With vectors of {inputs} and {units} units, a GRU learns {gru:,} numbers and an LSTM {lstm:,}"
    if screen.sizes != SIZES:
        return missing(f"{said}. Set {SIZES[0]} and {SIZES[1]}.")
    if not screen.seconds:
        return missing(f"{said}. Measure the time per step too.")
    ours = 1000 * screen.seconds["gru"].median
    theirs = 1000 * screen.seconds["lstm"].median
    return done(
        f"{said}, {gru / lstm:.0%} of it; a training step takes {ours:.1f} ms and {theirs:.1f} ms here, "
        f"{ours / theirs:.0%} of it."
    )


TASKS = (
    Task(
        "The light switch, set by hand. At *wait* the update gate is almost 1: nothing is written. Go to a word at "
        "which h of unit 0 changes its sign: what are z and n there?",
        {"net": HAND_SET, "sentence": examples.SWITCHES, "unit": 0, "token": 1, "held": "nothing"},
        _of_cell(turned_over),
    ),
    Task(
        "Hold the reset gate at 0 everywhere: the candidate no longer hears the past. How much of the answer is left?",
        {
            "net": opens_with("gru"),
            "sentence": "The film was not, as my sister and all of her friends had promised me, good.",
            "held": "nothing",
            "held_at": 0.0,
            "held_units": "all",
            "held_where": "everywhere",
            "reset": 0,
            "swap": 0,
        },
        _of_cell(past_unheard),
    ),
    Task(
        "How many numbers does a layer of 128 units learn that reads vectors of 64? Work it out by the formula, set "
        "the sizes and compare. Then measure the time per step: does a GRU save as much time as parameters?",
        {comparison.INPUT_SIZE.name: 32, comparison.HIDDEN_SIZE.name: 32},
        counted_and_timed,
    ),
)
