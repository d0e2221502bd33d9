"""Files of one's own to learn from: kept under the person's name, so that a reload finds them in the menus again."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field

import streamlit as st

from seqviz.corpora.records import CorpusError
from seqviz.corpora.uploads import KeptFile, Use
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.ui.markdown import escaped
from seqviz.ui.server.doors import upload_allowances
from seqviz.ui.server.engine import store
from seqviz.ui.state.session import held, owner, remember
from seqviz.ui.state.set_together import choose

#: Use -> what it is called in the list of one's files, and the menu that lists such files, with what it shows first.
USES: dict[Use, tuple[str, str, str]] = {
    "reviews": ("table of reviews", "corpus", "reviews"),
    "prose": ("text to write like", "text", "harbour"),
    "pairs": ("pairs to translate", "task", "french"),
    "words": ("text for word vectors", "corpus", "world"),
    "text": ("text to clean or cut into tokens", "", ""),
}


@dataclass
class _OwnFiles:
    """What this session knows of the files that this person has uploaded.

    Attributes:
        kept: read from the store once: use -> spec -> what a menu calls it.
        doubted: the spec of the file that is asked about before it is deleted, or "".
    """

    kept: dict[Use, dict[str, str]] = field(default_factory=dict)
    doubted: str = ""


def own_files(use: Use) -> dict[str, str]:
    """Return this person's files for a use, the oldest first: spec -> what a menu calls it, which is unique."""
    kept = remember(_OwnFiles).kept
    if use not in kept:
        kept[use] = store().uploads.files_of(owner(), use)
    return kept[use]


def learn_from(use: Use, data: bytes, filename: str, menu: str, **columns: str) -> None:
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
    name = _distinct_name(filename, known.values())
    spec = store().uploads.keep(data, name, owner=owner(), use=use, allowances=upload_allowances(), **columns)
    known[spec] = name
    choose({menu: spec})
    st.rerun()


def _distinct_name(filename: str, others: Collection[str]) -> str:
    """Give a second file of the same name a number: the address holds what the menu calls it."""
    name, number = filename, 1
    while name in others:
        number += 1
        name = f"{filename} ({number})"
    return name


def list_own_files() -> None:
    """List all files that this person has uploaded on any page, each with a button that deletes it."""
    files = store().uploads.all_files_of(owner())
    if not files:
        return
    total = sum(file.num_bytes for file in files)
    st.caption(
        f"Your uploaded files, {_size(total)} in all. They stay on this server until you delete them; a net that "
        "has learned from one stays."
    )
    for file in files:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"{escaped(file.filename)} · {USES[file.use][0]}, {_size(file.num_bytes)}", width="stretch"
            )
            _delete_buttons(file)


def _delete_buttons(file: KeptFile) -> None:
    """Ask before a file is deleted: nothing brings it back."""
    if remember(_OwnFiles).doubted != file.spec:
        st.button(
            "Delete …",
            icon=":material/delete:",
            key=f"forget:{file.spec}",
            help=f"Delete {escaped(file.filename)} from this server",
            on_click=_doubt,
            args=(file.spec,),
        )
        return
    st.button("Delete for good", key=f"delete:{file.spec}", type="primary", on_click=_delete, args=(file,))
    st.button("Keep it", key=f"keep:{file.spec}", on_click=_doubt, args=("",))


def _doubt(spec: str) -> None:
    remember(_OwnFiles).doubted = spec


def _size(num_bytes: int) -> str:
    return f"{num_bytes / 1e6:.1f} MB" if num_bytes >= 100_000 else f"{max(1, round(num_bytes / 1e3)):,} kB"


def _delete(file: KeptFile) -> None:
    """Delete a file; the menu that shows it goes back to what it shows first."""
    try:
        with suppress(CorpusError):  # deleted in another tab
            store().uploads.delete(file.spec, owner())
    except StoreUnavailable as problem:
        st.toast(str(problem), icon=":material/database_off:")
        return
    remember(_OwnFiles).kept.clear()
    st.toast(f"{escaped(file.filename)} is deleted.", icon=":material/delete:")
    _, menu, first = USES[file.use]
    if menu and held(menu) == file.spec:
        choose({menu: first})
