"""What a person typed, kept when a ready text takes its place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import streamlit as st

from seqviz.ui.state.session import held, remember
from seqviz.ui.state.set_together import set_together


@dataclass
class _Typed:
    """What this session typed: names of the controls -> what they held."""

    texts: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)


def typed_again(names: tuple[str, ...], ready: Collection[tuple[str, ...]]) -> None:
    """Draw a button that brings back what was typed, where something ready stands in its place.

    Args:
        names: the controls, to be drawn below.
        ready: what buttons and tasks put into them.
    """
    mine = remember(_Typed).texts.get(names)
    if mine is not None and tuple(map(held, names)) in ready:
        st.button(
            "What I typed",
            icon=":material/undo:",
            key=f"typed:{names[0]}",
            on_click=set_together,
            args=(dict(zip(names, mine, strict=True)),),
        )


def remember_typed(
    names: tuple[str, ...], texts: tuple[str, ...], ready: Collection[tuple[str, ...]]
) -> None:
    """Remember what the controls hold, if a person typed it."""
    if texts not in ready:
        remember(_Typed).texts[names] = texts
