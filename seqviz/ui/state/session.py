"""A session's memory: typed, and with one door. No other file writes `st.session_state`."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st

#: The cookie by which a browser is known again after a reload; set by `seqviz.ui.server.security`.
OWNER_COOKIE = "seqviz_owner"
_OWNER = re.compile(r"[A-Za-z0-9_-]{22,64}")

#: What a control may hold that is put away with its page; an uploaded file is not.
_PLAIN = (str, int, float, list, tuple)

Memory = TypeVar("Memory")


def remember(cls: type[Memory]) -> Memory:
    """Return this session's one object of a memory class, made with its defaults when first asked for.

    Args:
        cls: a dataclass whose fields all have defaults.

    Returns:
        The same object on every run of the session, on every page. Change its fields to remember.
    """
    key = f"memory:{cls.__module__}.{cls.__qualname__}"
    memory = st.session_state.get(key)
    if memory is None:
        memory = st.session_state[key] = cls()
    elif type(memory) is not cls:  # the module was imported again after an edit
        memory = st.session_state[key] = cls(**vars(memory))
    return memory


def _cookie_or_new_name() -> str:
    cookie = str(st.context.cookies.get(OWNER_COOKIE, ""))
    return cookie if _OWNER.fullmatch(cookie) else secrets.token_urlsafe(24)


@dataclass
class _Self:
    """Who this session is, decided once: a browser may connect again after its cookies are gone."""

    name: str = field(default_factory=_cookie_or_new_name)


def owner() -> str:
    """Return the name under which this session owns runs; it outlives a reload where cookies are allowed."""
    return remember(_Self).name


@dataclass
class _Place:
    """The page that this session is on, and what the controls of the others held when they were left.

    Attributes:
        page: its place in the address.
        left: page -> control's key -> what it held.
        found: what this page's controls held when it was last left, from when it is entered until they take it up.
    """

    page: str | None = None
    left: dict[str, dict[str, Any]] = field(default_factory=dict)
    found: dict[str, Any] | None = field(default_factory=dict)


def enter(page: str, kept: Collection[str]) -> None:
    """Begin a page: put away what the controls of the page before held, for two pages may use the same names.

    Args:
        page: its place in the address.
        kept: the keys of the controls that are on every page.
    """
    place = remember(_Place)
    if place.page == page:
        return
    if place.page is not None:
        theirs = [
            key for key in map(str, st.session_state) if not key.startswith("memory:") and key not in kept
        ]
        held_there = {key: st.session_state[key] for key in theirs}
        place.left[place.page] = {
            key: value for key, value in held_there.items() if isinstance(value, _PLAIN)
        }
        for key in theirs:
            del st.session_state[key]
    place.page, place.found = page, place.left.pop(page, {})


def page() -> str:
    """Return the place in the address of the page that this session is on."""
    return remember(_Place).page or ""


def found() -> dict[str, Any] | None:
    """Return what this page's controls held when it was left, by their keys; None but when it has just been entered."""
    place = remember(_Place)
    held_then, place.found = place.found, None
    return held_then


def set_controls(values: dict[str, Any]) -> None:
    """Set controls by their keys; only from a callback, for a control cannot be set once it is drawn.

    Args:
        values: the control's key -> the value that it shall hold.
    """
    for key, value in values.items():
        st.session_state[key] = value


def held(key: str) -> Any:
    """Return the value that the control of this key holds, or None where there is none yet."""
    return st.session_state.get(key)
