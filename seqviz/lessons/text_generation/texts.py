"""Which text a language model learns: ours, Gutenberg's by one click, or a file of one's own."""

from __future__ import annotations

import streamlit as st

from seqviz.corpora.prose import (
    SHORTEST,
    decode,
    fetch_gutenberg,
    gutenberg_texts,
    gutenberg_title,
    is_at_hand,
)
from seqviz.corpora.records import CorpusError
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Choice
from seqviz.ui.texts.own_files import learn_from, list_own_files, own_files

_DOWNLOAD = "Download Gutenberg's texts (4 MB)"


def prose_setting() -> Choice:
    """Return the choice of texts as they are at hand now."""
    names = ("harbour", *(f"gutenberg:{name}" for name in _gutenberg()), *own_files("prose"))
    return Choice("text", names, "harbour", prose_title)


def prose_title(spec: str) -> str:
    """Return what people call a text."""
    if spec == "harbour":
        return "The Harbour Book (ours)"
    return own_files("prose").get(spec) or gutenberg_title(spec)


def other_texts() -> None:
    """Offer the texts that are not at hand yet."""
    with st.expander("More texts: Gutenberg, or your own", icon=":material/library_add:"):
        if _gutenberg():
            st.caption(f"{len(_gutenberg())} Gutenberg texts are on this computer: choose one in the menu.")
        elif st.button(_DOWNLOAD, icon=":material/download:"):
            _fetch()
        file = st.file_uploader(
            f"A text of your own: a plain text file of at least {SHORTEST} characters",
            type=["txt", "md"],
            key="own",
        )
        if file is not None and st.button("Learn from this text", icon=":material/check:"):
            _keep(file.getvalue(), file.name)
        list_own_files()


def offer_text(spec: str, key: str) -> None:
    """Offer to fetch a Gutenberg text that a net has learned from and that is not on this computer.

    Args:
        spec: as in `load_prose`.
        key: of the button; another one at each place of the page.
    """
    is_missing = spec.startswith("gutenberg:") and not is_at_hand(spec)
    if is_missing and st.button(_DOWNLOAD, icon=":material/download:", key=f"fetch:{key}"):
        _fetch()


def _fetch() -> None:
    try:
        with st.spinner("Fetching …"):
            fetch_gutenberg()
    except CorpusError as error:
        st.error(escaped(str(error)), icon=":material/cloud_off:")
        return
    _gutenberg.clear()
    st.rerun()


def _keep(data: bytes, filename: str) -> None:
    try:
        length = len(decode(data).strip())
        if length < SHORTEST:
            raise CorpusError(
                f"A language model needs at least {SHORTEST} characters; this file has {length}."
            )
        learn_from("prose", data, filename, "text")
    except CorpusError as error:
        st.error(escaped(str(error)), icon=":material/error:")


@st.cache_data(max_entries=1, show_spinner=False)
def _gutenberg() -> tuple[str, ...]:
    return gutenberg_texts()
