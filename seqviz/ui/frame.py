"""The frame that every lesson stands in, so that every page reads the same way.

From top to bottom: the question · controls · the picture · how to read it · what to try · predict, then
reveal · common misconceptions · the code behind it · sources.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from seqviz.figures import palette
from seqviz.ui.further_reading import read_on
from seqviz.ui.on_trial import on_trial
from seqviz.ui.source_code import source_boxes
from seqviz.ui.state import address, address_check, page_state, session
from seqviz.ui.state.preferences import enlarge, image_format, is_large
from seqviz.ui.state.set_together import can_undo, is_typed, reset_settings, reset_texts, set_together, undo

#: The headings below the picture, in their order.
PARTS = ("What to try", "Predict, then look", "Common misconceptions", "The code behind it", "Sources")


def introduction(title: str, question: str, *settings: address.Setting) -> None:
    """Begin a lesson: its title, the question it answers, and a word on what the address got wrong.

    Args:
        title: the page's one title.
        question: what a person can answer after the lesson; plain Markdown.
        settings: every setting the page keeps in the address beside its run; they can be put back to their defaults.
    """
    st.title(title)
    st.markdown(f"##### {question}")
    has_run = any(setting.name == page_state.RUN.name for setting in settings)
    kept = settings if has_run else (*settings, page_state.RUN)
    address_check.check(*kept)
    page_state.adopt(kept)
    if settings:
        _reset_buttons(settings)


def _reset_buttons(settings: Sequence[address.Setting]) -> None:
    """Always the same buttons, so that what stands below keeps its place."""
    with st.container(horizontal=True):
        if not all(map(is_typed, settings)):
            _tertiary("Reset settings", ":material/restart_alt:", reset_settings)
        if any(map(is_typed, settings)):
            _tertiary("Reset text", ":material/format_clear:", reset_texts)
        _tertiary("Undo", ":material/undo:", undo, disabled=not can_undo())


def _tertiary(label: str, icon: str, on_click: Callable[[], None], *, disabled: bool = False) -> None:
    st.button(label, icon=icon, type="tertiary", key=label, on_click=on_click, disabled=disabled)


def figure(
    fig: go.Figure,
    *,
    key: str,
    how_to_read: str,
    alt: str | None = None,
    on_click: Callable[[], None] | None = None,
) -> None:
    """Show the picture and, under it, how to read it.

    Args:
        fig: a figure with a title and titles on its axes.
        key: unique on the page.
        how_to_read: what position, colour and length mean, in a sentence or two of Markdown.
        alt: what the picture shows, for people who cannot see it; its title and `how_to_read` otherwise.
        on_click: called when a person clicks a point; `session.held(key)` then says which.
    """
    shown = palette.darken(fig) if st.context.theme.type == "dark" else fig
    st.plotly_chart(
        enlarge(shown) if is_large() else shown,
        key=key,
        width="stretch",
        theme="streamlit",
        alt=alt or f"{fig.layout.title.text or key}. {how_to_read}",
        config=_figure_config(key),
        on_select=on_click or "ignore",
        selection_mode="points",
    )
    st.markdown(f"**How to read it.** {how_to_read}")


def _figure_config(name: str) -> dict[str, Any]:
    return {
        "displaylogo": False,
        "toImageButtonOptions": {"format": image_format(), "filename": f"seqviz-{name}", "scale": 2},
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    }


def tasks(things_to_do: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """List things to try; the button beside each sets the controls for it.

    Args:
        things_to_do: (sentence, {control key: value}) with values as the controls themselves hold them. Keys
            are those of controls that this page draws; the address follows where they are bound to it.
    """
    st.subheader(PARTS[0])
    for number, (sentence, values) in enumerate(things_to_do, start=1):
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(f"**{number}.** {sentence}", width="stretch")
            st.button(
                "Set it up",
                key=f"task:{number}",
                icon=":material/tune:",
                help="Sets the controls of this page for the task; *Undo*, at the top, takes it back.",
                on_click=set_together,
                args=(values,),
            )


def predict(
    question: str,
    options: Sequence[str],
    reveal: str | Callable[[], None],
    *,
    key: str = "prediction",
    answer: str | None = None,
) -> None:
    """Ask before telling: the answer shows once a person has committed to a guess.

    Args:
        question: what will happen?
        options: the possible guesses.
        reveal: the explanation as Markdown, or a function that draws it.
        key: unique on the page.
        answer: which option was right, computed where it can be; None where no option is plainly right.
    """
    st.subheader(PARTS[1])
    guesses = session.remember(_Guesses).made
    if question not in guesses:
        st.radio(question, options, index=None, key=key, on_change=_commit, args=(question, key))
        st.caption("Choose first; the answer shows then.")
        return
    st.markdown(question)
    _say_verdict(guesses[question], answer)
    if callable(reveal):
        reveal()
    else:
        st.markdown(reveal)


@dataclass
class _Guesses:
    """What a person guessed: question -> option."""

    made: dict[str, str] = field(default_factory=dict)


def _commit(question: str, key: str) -> None:
    session.remember(_Guesses).made[question] = session.held(key)


def _say_verdict(guess: str, answer: str | None) -> None:
    if guess == answer:
        st.success(f"You said: {guess}. So it is.", icon=":material/check:")
    elif answer is None:
        st.info(f"You said: {guess}.", icon=":material/lightbulb:")
    else:
        st.info(f"You said: {guess}. It is: {answer}.", icon=":material/lightbulb:")


def misconceptions(notes: Sequence[tuple[str, str]]) -> None:
    """Set mistakes that circulate beside what is true, and link to the lesson's claims on trial.

    Args:
        notes: (what is often said, what is so), Markdown.
    """
    st.subheader(PARTS[2])
    for wrong, right in notes:
        with st.container(border=True):
            st.markdown(f":material/close: *{wrong}*")
            st.markdown(f":material/check: {right}")
    on_trial()


def code(*objects: Any) -> None:
    """Show the source of the functions and classes that made the picture."""
    st.subheader(PARTS[3])
    source_boxes(*map(inspect.unwrap, objects))


def sources(entries: Iterable[str]) -> None:
    """List what the lesson rests on, one Markdown line each, and what to read after it."""
    st.subheader(PARTS[4])
    st.markdown("\n".join(f"- {entry}" for entry in entries))
    read_on()
