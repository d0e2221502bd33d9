"""What to try with the gate inspector, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.figures.palette import GATE_NAMES
from seqviz.lessons.gate_inspector import units
from seqviz.lessons.gate_inspector.address import COMPARE
from seqviz.lessons.gate_inspector.inspector import Inspected
from seqviz.models.inspect.token_properties import PROPERTIES
from seqviz.models.inspect.units import UnitRanking
from seqviz.text.numbers_written import with_minus
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.sentences.readers import OPENS_WITH
from seqviz.ui.state.page_state import value

AFTER_NEGATION = PROPERTIES[2]
HALF = 0.5  # of the past, or of what is new: a gate that lets more through, or less
CLOSE_AGAIN = 0.1  # of the largest difference


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        shown: what is on the canvas; None where there is nothing to read.
        compared: with what, a key of COMPARISONS.
        follows: the property that units are searched for.
        ranking: of the units by that property; None where it holds nowhere.
    """

    shown: Inspected | None
    compared: str
    follows: str
    ranking: UnitRanking | None


def on_screen(shown: Inspected | None) -> Screen:
    """Return what is on the screen at the moment."""
    ranking = None if shown is None else units.on_screen(shown.reading, shown.run_id, shown.layer, shown.gate)
    return Screen(shown, value(COMPARE), value(units.FOLLOWS), ranking)


_NOTHING = missing("There is nothing to read: type a sentence.")


def differs_most(screen: Screen) -> Result:
    """Check that the unit is chosen whose cell state differs most; say whether it comes together again."""
    if (shown := screen.shown) is None:
        return _NOTHING
    apart = next((trace for trace in shown.picture.traces if trace.is_difference), None)
    if screen.compared != "sentence" or apart is None:
        return missing("Nothing is compared: choose *another sentence*.")
    if shown.gate != "cell_state":
        return missing(f"The {GATE_NAMES[shown.gate]} is shown: choose the cell state.")
    values = np.abs(apart.gates["cell_state"])  # (num_columns, num_units), NaN where one text has a gap
    furthest, unit = np.nanmax(values, axis=0), min(shown.selection.unit, apart.num_units - 1)
    if furthest[unit] < furthest.max():
        return missing(
            f"The two c of unit {unit} lie at most {furthest[unit]:.2f} apart. Another unit's lie further apart: sort "
            "the units by *how far apart the two are*."
        )
    column, last = int(np.nanargmax(values[:, unit])), float(values[-1, unit])
    again = "come together again" if last < CLOSE_AGAIN * furthest[unit] else "do not come together again"
    return done(
        f"The two c of unit {unit} lie {furthest[unit]:.2f} apart at “{escaped(apart.tokens[column] or '')}”, and "
        f"{last:.2f} at the last token: they {again}."
    )


def behind_a_negation(screen: Screen) -> Result:
    """Check that the unit is chosen that follows the stretch after a negation best; tell r beside chance."""
    if (shown := screen.shown) is None:
        return _NOTHING
    if screen.follows != AFTER_NEGATION:
        return missing(f"Units are searched for {escaped(screen.follows)}: choose *{AFTER_NEGATION}*.")
    ranking = screen.ranking
    if ranking is None or shown.selection.unit != ranking.units[0]:
        return missing(f"Unit {shown.selection.unit} is chosen, and another one follows it more closely.")
    r = float(ranking.correlation[0])
    than_chance = "more closely than" if abs(r) > ranking.chance else "no more closely than"
    return done(
        f"Unit {ranking.units[0]}, {GATE_NAMES[shown.gate]}: r = {with_minus(r, '.3f')} over {ranking.num_tokens:,} "
        f"tokens. Chance reaches {ranking.chance:.3f}, so it follows the property {than_chance} chance would."
    )


def writes_and_forgets(screen: Screen) -> Result:
    """Check that a unit and a word are chosen at which it forgets and writes; work its c out."""
    if (shown := screen.shown) is None:
        return _NOTHING
    layer, token = shown.reading.layer(shown.layer), shown.token
    if "forget_gate" not in layer.gates or "input_gate" not in layer.gates:
        return missing("This net's cell has no forget gate: choose an LSTM.")
    if token is None:
        return missing("No word of the first text stands here: choose another column.")
    unit = min(shown.selection.unit, layer.gates["forget_gate"].shape[1] - 1)
    f, i, g, c = (
        float(layer.gates[name][token, unit])
        for name in ("forget_gate", "input_gate", "candidate", "cell_state")
    )
    before = token - 1 if layer.direction == "forward" else token + 1
    inside = 0 <= before < len(shown.reading.tokens)
    was = float(layer.gates["cell_state"][before, unit]) if inside else 0.0
    here = f"Unit {unit} at “{escaped(shown.reading.tokens[token])}”"
    if f >= HALF or i <= HALF:
        return missing(f"{here}: forget gate {f:.3f}, input gate {i:.3f}.")
    return done(
        f"{here}: c = f · c₋₁ + i · g = {f:.3f} · {with_minus(was, '.3f')} + {i:.3f} · {with_minus(g, '.3f')} = "
        f"{with_minus(c, '.3f')}."
    )


TASKS = (
    Task(
        "Compare “not good” with “good”. Find the unit whose cell state differs most from the *not* on, and choose it: "
        "do the two ever come together again?",
        {
            "run": OPENS_WITH,
            "sentence": "The film was not good. We left early.",
            "compare": "sentence",
            "second": "The film was good. We left early.",
            "at_gate": "cell_state",
            "at_token": 3,
            "at_unit": 0,
        },
        differs_most,
    ),
    Task(
        "Search for a unit that knows it stands behind a negation, and choose the one that follows best. Is it better "
        "than chance? Then ask for words of your own.",
        {"follows": PROPERTIES[0], "at_gate": "hidden_state", "compare": "nothing"},
        behind_a_negation,
    ),
    Task(
        "Look at all gates at once and press *Play*. Choose a unit and a word at which it lets go of more than half "
        "of its past and admits more than half of what is new, and check its c with a pocket calculator.",
        {"run": OPENS_WITH, "at_all": True, "compare": "nothing", "at_token": 0, "at_unit": 0},
        writes_and_forgets,
    ),
)
