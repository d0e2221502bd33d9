"""Controls whose state is the address: one for each kind of setting."""

from __future__ import annotations

import streamlit as st

from seqviz.ui.address import Choice, Flag, N, Number, Several, Text
from seqviz.ui.session import set_controls


def _digits(setting: Number[N]) -> str | None:
    """Show fractions with the digits they have; two, as is usual, would hide a learning rate of 0.001."""
    return None if isinstance(setting.default, int) else "%g"


def slider(setting: Number[N], label: str, *, help: str | None = None, disabled: bool = False) -> N:
    """Draw a slider and return its value; a disabled one shows it and cannot be moved."""
    return st.slider(
        label,
        setting.low,
        setting.high,
        setting.default,
        setting.step,
        _digits(setting),
        key=setting.name,
        bind="query-params",
        help=help,
        disabled=disabled,
    )


def number(setting: Number[N], label: str, *, help: str | None = None) -> N:
    """Draw a box for a number and return its value."""
    return st.number_input(
        label,
        setting.low,
        setting.high,
        setting.default,
        setting.step,
        _digits(setting),
        key=setting.name,
        bind="query-params",
        help=help,
    )


def choice(setting: Choice, label: str, *, help: str | None = None) -> str:
    """Draw buttons for a few options, one of them chosen, and return it."""
    chosen = st.segmented_control(
        label,
        setting.options,
        default=setting.default,
        required=True,
        format_func=setting.label,
        key=setting.name,
        bind="query-params",
        help=help,
    )
    return setting.default if chosen is None else chosen


def menu(setting: Choice, label: str, *, help: str | None = None) -> str:
    """Draw a menu for many options and return the chosen one."""
    return st.selectbox(
        label,
        setting.options,
        setting.options.index(setting.default),
        format_func=setting.label,
        key=setting.name,
        bind="query-params",
        help=help,
    )


def several(setting: Several, label: str, *, help: str | None = None) -> tuple[str, ...]:
    """Draw a box that holds some of a few options in the order in which they were put there; return them."""
    chosen = st.multiselect(
        label,
        setting.options,
        list(setting.default),
        format_func=setting.label,
        key=setting.name,
        bind="query-params",
        help=help,
    )
    return tuple(chosen)


def flag(setting: Flag, label: str, *, help: str | None = None) -> bool:
    """Draw a switch and return whether it is on."""
    return st.toggle(label, setting.default, key=setting.name, bind="query-params", help=help)


def line(setting: Text, label: str, *, help: str | None = None) -> str:
    """Draw a box for one line of text and return the text."""
    return st.text_input(
        label, setting.default, setting.longest, key=setting.name, bind="query-params", help=help
    )


def passage(setting: Text, label: str, *, help: str | None = None) -> str:
    """Draw a box for several lines of text and return the text."""
    return st.text_area(
        label, setting.default, max_chars=setting.longest, key=setting.name, bind="query-params", help=help
    )


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
                on_click=set_controls,
                args=({setting.name: text},),
            )
