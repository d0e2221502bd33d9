"""What to try with the LSTM cell, and by what it is seen that it was done."""

from __future__ import annotations

import numpy as np

from seqviz.figures.palette import GATE_NAMES
from seqviz.models.inspect.cell_view import layer_of
from seqviz.models.inspect.surgery import Clamp
from seqviz.ui.cells import examples
from seqviz.ui.cells.nets import HAND_SET, opens_with
from seqviz.ui.cells.screen import CellScreen, when_read
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped

COUNTED = 2.5  # a memory in which three times *on* has been counted; each adds all but 1
LEFT = 0.1  # of a memory: where no more stays, it has been wiped
ALIKE = 1e-6  # a difference that rounding can make
TURN = "but"


@when_read
def counted_and_wiped(screen: CellScreen) -> Result:
    """Check that the hand-set net has counted to three, and that the token is chosen that wipes the count."""
    if screen.net != HAND_SET:
        return missing("This net was trained: choose the one that was set by hand.")
    unit, was, forget = screen.place.unit, screen.before("cell_state"), screen.here("forget_gate")
    said = (
        f"At {screen.word}, unit {unit} comes with c = {was:.2f} and h = {screen.before('hidden_state'):.2f}; its "
        f"forget gate is {forget:.3f}, so {forget * was:.2f} of c stays"
    )
    if was < COUNTED:
        return missing(f"{said}. Let it count to three before it is wiped.")
    if forget > LEFT:
        return missing(f"{said}. Go to the word that wipes it.")
    return done(f"{said}.")


@when_read
def memory_taken_away(screen: CellScreen) -> Result:
    """Check that every forget gate is held at 0 at *but* alone; say what that does, and what it does everywhere."""
    clamp, tokens = screen.shut("forget_gate"), screen.text.tokens
    if TURN not in tokens:
        return missing("There is no *but* in this sentence.")
    if clamp is None:
        return missing("Hold the forget gate at 0, in all units, and change nothing else.")
    everywhere = screen.what_holding_does(Clamp("forget_gate", 0.0, None, 0, None, *screen.layer))
    if (clamp.first, clamp.last) == (0, None):
        return missing(
            f"Held everywhere, {everywhere}. Now at *but* alone: choose it in the drawing, and hold *at this token*."
        )
    if not clamp.first == clamp.last == tokens.index(TURN):
        return missing("It is held at other words: first everywhere, then at *but* alone.")
    return done(f"Held at *but* alone, {screen.what_holding_does(clamp)}; held everywhere, {everywhere}.")


@when_read
def readings_part(screen: CellScreen) -> Result:
    """Check that one word is swapped and the token chosen at which the two readings part; name what differs there."""
    if screen.operated is None or screen.request.swap is None:
        return missing("The sentence is as it was: type another word under *for the word*.")
    if screen.request.surgery.clamps or screen.request.surgery.resets:
        return missing("More is changed than a word: hold nothing and empty no state.")
    after = layer_of(screen.operated.trace, *screen.layer).gates
    apart = {name: np.abs(after[name] - values) for name, values in screen.gates.items()}
    differ = np.flatnonzero(apart["hidden_state"].max(axis=1) > ALIKE)
    if not len(differ):
        return missing("The states are the same: the net knows neither of the two words.")
    if screen.place.token != differ[0 if screen.layer[1] == "forward" else -1]:
        here = float(apart["hidden_state"][screen.place.token].max())
        return missing(
            f"At {screen.word}, the states lie at most {here:.3f} apart. Go to the first token that the net reads at "
            "which they differ."
        )
    mean = {GATE_NAMES[name]: float(values[screen.place.token].mean()) for name, values in apart.items()}
    ranked = sorted(mean, key=lambda name: -mean[name])
    said = ", ".join(f"{name} {mean[name]:.2f}" for name in ranked)
    return done(
        f"They part at {screen.word}, now “{escaped(screen.changed.tokens[screen.place.token])}”. Mean difference of "
        f"the units there: {said}. The answer goes from {screen.reader.positive(screen.text):.3f} to "
        f"{screen.operated.positive:.3f}."
    )


TASKS = (
    Task(
        "The light switch, set by hand. Unit 1 counts each *on* since the last *off*. Write a sentence in which it "
        "counts to three and is then wiped, and go to the word that wipes it: what does the forget gate do there, and "
        "how far had c and h come?",
        {"net": HAND_SET, "sentence": examples.SWITCHES, "unit": 1, "token": 5, "held": "nothing"},
        counted_and_wiped,
    ),
    Task(
        "Take the memory away: hold every forget gate at 0, at all tokens. Does the answer change as much as the "
        "states do? Then hold it at 0 only at *but*.",
        {
            "net": opens_with("lstm"),
            "sentence": "My friends called the film dull, but I found it brilliant.",
            "token": 1,
            "held": "nothing",
            "held_at": 0.0,
            "held_units": "all",
            "held_where": "everywhere",
            "reset": 0,
            "swap": 0,
        },
        memory_taken_away,
    ),
    Task(
        "Swap one word: put *rather* in the place of *never*, the fourth. Go to the token at which the two readings "
        "part: which gates differ there?",
        {
            "net": opens_with("lstm"),
            "sentence": "The film was never boring.",
            "token": 1,
            "swap": 4,
            "word": "",
            "held": "nothing",
            "reset": 0,
        },
        readings_part,
    ),
)
