"""What to try with the list of uses and with the random walk, and by what it is seen that it was done."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from seqviz.lessons.where_used import milestones, prices, state_size
from seqviz.lessons.where_used.milestones import EVERYTHING, FIELD, Milestone
from seqviz.lessons.where_used.random_walk import ASKED, LSTM, Forecast, forecast, random_walk
from seqviz.ui.durations import counted
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.state.page_state import value

REPLACED = "what replaced them"
FAR_MORE = 2.0  # times the error of copying
_ON_A_PHONE = re.compile(r"\bphones?\b")


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        field: whose entries are listed, or EVERYTHING.
        known: the prices that the forecaster has learned from.
        forecaster: by whom the others are predicted.
        forecast: what it predicted.
    """

    field: str
    known: np.ndarray
    forecaster: str
    forecast: Forecast

    @property
    def entries(self) -> list[Milestone]:
        """The entries of the field; none where the list is not narrowed."""
        return [one for one in milestones.milestones() if one.field == self.field]


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    walk, forecaster = value(prices.WALK), value(prices.FORECASTER)
    return Screen(value(FIELD), random_walk(walk)[:-ASKED], forecaster, forecast(walk, forecaster))


def from_idea_to_product(screen: Screen) -> Result:
    """Check that the list is narrowed to translation; tell the years between its first entry and its product."""
    if screen.field != "translation":
        return missing(f"The list shows {screen.field}: narrow it to translation.")
    idea, product = screen.entries[0], next(one for one in screen.entries if "Google Translate" in one.what)
    return done(
        f"{idea.year}: encoder and decoder; {product.year}: Google Translate. "
        f"{counted(product.year - idea.year, 'year')} lie between them."
    )


def on_the_phone(screen: Screen) -> Result:
    """Check that the list is narrowed to a field with a product that ran on the phone; tell what it went on from."""
    found = [one for one in screen.entries if _ON_A_PHONE.search(one.what)]
    if screen.field == EVERYTHING:
        return missing("Narrow the list to a field one of whose products ran on the phone itself.")
    if not found:
        return missing(f"No entry on {screen.field} tells of a phone.")
    others = [one for one in milestones.milestones() if _ON_A_PHONE.search(one.what) and one not in found]
    told = " ".join(f"{one.year}, {one.field}: “{one.what}”" for one in found)
    also = ", ".join(f"{one.field} ({one.year})" for one in others)
    lstm, attention = (
        f"{count:,}"
        for count in (
            state_size.kept_by_lstm(state_size.UNITS),
            state_size.kept_by_attention(state_size.UNITS, state_size.LONG),
        )
    )
    return done(
        f"{told} The other one: {also}. After {state_size.LONG:,} words a layer of {state_size.UNITS} LSTM units goes "
        f"on from {lstm} numbers, one of attention from {attention}."
    )


def why_faster(screen: Screen) -> Result:
    """Check that the list is narrowed to what came after; quote the entry on parallel training."""
    if screen.field != REPLACED:
        return missing(f"The list shows {screen.field}: narrow it to what came after.")
    entry = next(one for one in screen.entries if "parallel" in one.what)
    return done(f"{entry.year}: “{entry.what}” ({entry.source}).")


def beyond_what_it_knows(screen: Screen) -> Result:
    """Check that an LSTM errs by far more than copying on the walk shown; say what was new about its prices."""
    if screen.forecaster != LSTM:
        return missing("The prices are predicted by a linear model: let an LSTM do it.")
    found, known = screen.forecast, screen.known
    times = found.error / found.error_of_copying
    beyond = float(((found.prices < known.min()) | (found.prices > known.max())).mean())
    said = (
        f"It errs {times:.1f} times as much as copying does. It learned from prices between {known.min():.0f} and "
        f"{known.max():.0f}; of those asked for, {beyond:.0%} lie beyond"
    )
    if times < FAR_MORE:
        return missing(f"{said}. Look for a walk on which it is at least {FAR_MORE:g} times.")
    return done(f"{said}, from {found.prices.min():.0f} to {found.prices.max():.0f}.")


TASKS = (
    Task(
        "Narrow the list to translation: how many years lie between the idea and the product?",
        {"field": EVERYTHING},
        from_idea_to_product,
    ),
    Task(
        "Two of the products ran on the phone itself. Narrow the list to the field of one of them, and work out what "
        "an advantage a small state of fixed size is there.",
        {"field": EVERYTHING},
        on_the_phone,
    ),
    Task(
        "What came after? Narrow the list to that, and find the entry that says why training became faster.",
        {"field": EVERYTHING},
        why_faster,
    ),
    Task(
        "Let an LSTM predict the random walk, and look for a walk on which it errs at least twice as much as who "
        "copies the last price. How do the prices asked for there differ from those it has learned from?",
        {"forecaster": LSTM, "walk": 1},
        beyond_what_it_knows,
    ),
)
