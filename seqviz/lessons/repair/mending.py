"""A person mends the faulty line; what the mended snippet does is computed and set beside what it did."""

from __future__ import annotations

import math
from typing import Any

import streamlit as st

from seqviz.figures import repair as figures
from seqviz.lessons.repair.answers import SNIPPET, chosen_mending, is_repaired, mending_of
from seqviz.lessons.repair.running import Outcome, outcome
from seqviz.lessons.repair.snippets import Snippet, snippets
from seqviz.ui import controls, frame
from seqviz.ui.state.set_together import choose

AS_IT_STANDS, MENDED = "as it stands", "with your line"


def mend_the_line(snippet: Snippet) -> None:
    """Draw the mendings to choose from, and what the chosen one does."""
    st.markdown("**What should stand there instead?**")
    each = ("; ".join(map(str.strip, mending.code.splitlines())) for mending in snippet.mendings)
    st.code("\n".join(each), language="python", line_numbers=True, wrap_lines=True)
    controls.pills(mending_of(snippet), "Take number")
    place = chosen_mending(snippet)
    if place is None:
        return
    _say_what_it_does(snippet, place)
    _side_by_side(outcome(snippet.name), outcome(snippet.name, place))


def _say_what_it_does(snippet: Snippet, place: int) -> None:
    mending, found = snippet.mendings[place], outcome(snippet.name, place)
    said = mending.says.format_map(found.variables)
    if mending.is_right:
        st.success(f"That is it. {said}", icon=":material/build:")
    else:
        st.warning(f"{_what_changes(outcome(snippet.name), found)} {said}", icon=":material/close:")


def _what_changes(before: Outcome, after: Outcome) -> str:
    """Say in a few words what a mending that is not right has changed."""
    if after.error:
        return f"Then the program stops at line {after.stopped_at}."
    return (
        "It does the same as before."
        if after.shown == before.shown
        else "It does something else, but not yet what it is meant to do."
    )


def _side_by_side(before: Outcome, after: Outcome) -> None:
    for column, title, found in zip(st.columns(2), (AS_IT_STANDS, MENDED), (before, after), strict=True):
        with column:
            st.markdown(f"**{title.capitalize()}**")
            st.code(found.shown or " ", language=None, wrap_lines=True)


def on_to_the_next(snippet: Snippet) -> None:
    """Where a snippet is repaired, draw a button that opens the next one that is not."""
    if not is_repaired(snippet):
        return
    names = [one.name for one in snippets()]
    place = names.index(snippet.name)
    left = [one for one in snippets()[place + 1 :] + snippets()[:place] if not is_repaired(one)]
    if left:
        st.button(
            f"Next: {left[0].title}",
            key="next",
            icon=":material/arrow_forward:",
            on_click=choose,
            args=({SNIPPET.name: left[0].name},),
        )
    else:
        st.success("Every snippet on this page is repaired.", icon=":material/done_all:")


def picture(snippet: Snippet, place: int | None) -> None:
    """Draw the numbers that a snippet names as its picture, as it stands and mended; some name none."""
    if not snippet.bars:
        return
    chosen = {AS_IT_STANDS: outcome(snippet.name)}
    if place is not None:
        chosen[MENDED] = outcome(snippet.name, place)
    values = {version: numbers(snippet, found) for version, found in chosen.items()}
    frame.figure(
        figures.results(values, title=snippet.bars_title, axis=snippet.bars_axis),
        key="results",
        how_to_read="A bar is a number that the program printed, green as it stands, purple hatched with the line you "
        "chose. Where a bar is missing, the program stopped or the number is not a number.",
    )


def numbers(snippet: Snippet, found: Outcome) -> dict[str, float]:
    """Return the numbers that a snippet names as its picture, by name; those that there are."""
    named: dict[str, Any] = {}
    for name in snippet.bars:
        value = found.variables.get(name, {})
        named |= value if isinstance(value, dict) else {name: value}
    return {name: float(value) for name, value in named.items() if math.isfinite(value)}
