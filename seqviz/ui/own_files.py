"""Files of one's own to learn from: kept under the person's name, so that a reload finds them in the menus again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import streamlit as st

from seqviz.corpora import uploads
from seqviz.ui.session import owner, remember, set_controls


@dataclass
class _OwnFiles:
    """What this person has uploaded, read from the disk once a session: use -> spec -> what a menu calls it."""

    kept: dict[uploads.Use, dict[str, str]] = field(default_factory=dict)


def own_files(use: uploads.Use) -> dict[str, str]:
    """Return this person's files for a use, the oldest first: spec -> what a menu calls it, which is unique."""
    kept = remember(_OwnFiles).kept
    if use not in kept:
        kept[use] = uploads.files_of(owner(), use)
    return kept[use]


def learn_from(use: uploads.Use, data: bytes, filename: str, menu: str, **columns: str) -> None:
    """Keep a file and choose it in a menu that is drawn further down; what was drawn until now is drawn again.

    Args:
        use: what it is for.
        data: its bytes, which the caller has looked through.
        filename: what the person calls it.
        menu: the key of the control that lists such files.
        **columns: for a table `text_column` and `label_column`.

    Raises:
        CorpusError: if it cannot be kept.
    """
    known = own_files(use)
    name = _told_apart(filename, known.values())
    spec = uploads.keep(data, name, owner=owner(), use=use, **columns)
    known[spec] = name
    set_controls({menu: spec})
    st.rerun()


def _told_apart(filename: str, others: Collection[str]) -> str:
    """Give a second file of the same name a number: the address holds what the menu calls it."""
    name, number = filename, 1
    while name in others:
        number += 1
        name = f"{filename} ({number})"
    return name
