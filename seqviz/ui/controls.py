"""Controls whose value the page keeps, in the session and in the address: one for each kind of setting."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from seqviz.text.numbers_written import with_minus
from seqviz.ui.state.address import Choice, Flag, N, Number, Text
from seqviz.ui.state.address_lists import Several
from seqviz.ui.state.page_state import publish, put, value
from seqviz.ui.state.refusals import settle
from seqviz.ui.state.set_together import set_together


def _digits(setting: Number[N]) -> str | None:
    """Show fractions with the digits they have; two, as is usual, would hide a learning rate of 0.001."""
    return None if isinstance(setting.default, int) else "%g"


def slider(setting: Number[N], label: str, *, help: str | None = None, disabled: bool = False) -> N:
    """Draw a slider and return its value; a disabled one shows it and cannot be moved."""
    chosen = st.slider(
        label,
        setting.low,
        setting.high,
        setting.default,
        setting.step,
        _digits(setting),
        key=setting.name,
        persist_state="session",
        help=help,
        disabled=disabled,
    )
    publish(setting, chosen)
    return chosen


def stops(setting: Number[N], label: str, options: Sequence[N], key: str, start: int = -1) -> N:
    """Draw a slider that stops at some numbers only, and return the one at which it stands.

    Args:
        setting: what the page keeps of it; its default stands for the stop at which it starts.
        label: what it is called.
        options: its stops, ascending, more than one.
        key: of the control; another one begins again, as where a run has come further.
        start: which stop it starts at.
    """
    held = value(setting)
    first = options[start] if held == setting.default else min(options, key=lambda stop: abs(stop - held))
    chosen: N = st.select_slider(label, options, first, key=key)
    put(setting, setting.default if chosen == options[start] else chosen)
    return chosen


def number(setting: Number[N], label: str, *, help: str | None = None) -> N:
    """Draw a box for a number and return its value, or the one before where it is out of bounds.

    Streamlit would refuse such a number without a word; so the box has no bounds, and the page says what is wrong.
    """
    bounds = f"From {with_minus(setting.low, '.10g')} to {with_minus(setting.high, '.10g')}."
    typed = st.number_input(
        label,
        value=setting.default,
        step=setting.step,
        format=_digits(setting),
        key=setting.name,
        persist_state="session",
        help=f"{help} {bounds}" if help else bounds,
    )
    return settle(setting, typed, label)


def choice(setting: Choice, label: str, *, help: str | None = None) -> str:
    """Draw buttons for a few options, one of them chosen, and return it."""
    chosen = st.segmented_control(
        label,
        setting.options,
        default=setting.default,
        required=True,
        format_func=setting.label,
        key=setting.name,
        persist_state="session",
        help=help,
    )
    publish(setting, setting.default if chosen is None else chosen)
    return setting.default if chosen is None else chosen


def pills(setting: Choice, label: str) -> str:
    """Draw buttons for some short options, in as many rows as they need, one of them chosen; return it."""
    chosen = st.pills(
        label,
        setting.options,
        default=setting.default,
        required=True,
        format_func=setting.label,
        key=setting.name,
        persist_state="session",
    )
    publish(setting, setting.default if chosen is None else chosen)
    return setting.default if chosen is None else chosen


def menu(setting: Choice, label: str, *, help: str | None = None) -> str:
    """Draw a menu for many options and return the chosen one."""
    chosen: str = st.selectbox(
        label,
        setting.options,
        setting.options.index(setting.default),
        format_func=setting.label,
        key=setting.name,
        persist_state="session",
        help=help,
    )
    publish(setting, chosen)
    return chosen


def several(setting: Several, label: str, *, help: str | None = None) -> tuple[str, ...]:
    """Draw a box that holds some of a few options in the order in which they were put there; return them."""
    chosen = st.multiselect(
        label,
        setting.options,
        list(setting.default),
        format_func=setting.label,
        key=setting.name,
        persist_state="session",
        help=help,
    )
    publish(setting, chosen)
    return tuple(chosen)


def flag(setting: Flag, label: str, *, help: str | None = None) -> bool:
    """Draw a switch and return whether it is on."""
    is_on = st.toggle(label, setting.default, key=setting.name, persist_state="session", help=help)
    publish(setting, is_on)
    return is_on


def line(setting: Text, label: str, *, help: str | None = None) -> str:
    """Draw a box for one line of text and return the text, or the one before where it is too long."""
    typed = st.text_input(label, setting.default, key=setting.name, persist_state="session", help=help)
    return settle(setting, typed, label)


def passage(setting: Text, label: str, *, help: str | None = None, height: int | None = None) -> str:
    """Draw a box for several lines of text and return the text, or the one before where it is too long."""
    typed = st.text_area(
        label,
        setting.default,
        key=setting.name,
        persist_state="session",
        help=help,
        height=height,
    )
    return settle(setting, typed, label)


def examples(setting: Text, texts: dict[str, str]) -> None:
    """Draw a button for each of a few ready texts; it fills the text's box.

    Args:
        setting: the text that they fill.
        texts: button's label -> text.
    """
    with st.container(horizontal=True):
        for label, text in texts.items():
            st.button(
                label,
                key=f"example:{setting.name}:{label}",
                on_click=set_together,
                args=({setting.name: text},),
            )
