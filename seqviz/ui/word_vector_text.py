"""Which text the word vectors learn from: the small world, other bundled texts, or a file of one's own."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from seqviz.corpora import uploads
from seqviz.corpora.loading import known_corpora
from seqviz.corpora.prose import SHORTEST, decode, gutenberg_texts
from seqviz.corpora.records import CorpusError
from seqviz.ui import controls
from seqviz.ui.address import Choice
from seqviz.ui.session import remember

TITLES = {"world": "The small world", "harbour": "The Harbour Book"}


@dataclass
class VectorTexts:
    """The texts that this session has uploaded: spec -> file name."""

    kept: dict[str, str] = field(default_factory=dict)


def corpus_setting() -> Choice:
    """Return the choice of texts as they are at hand now."""
    known = tuple(corpus.spec for corpus in known_corpora() if corpus.available)
    prose = ("harbour", *(f"gutenberg:{name}" for name in _gutenberg()), *remember(VectorTexts).kept)
    return Choice("corpus", ("world", *known, *prose), "world", corpus_title)


@st.cache_data(max_entries=1, show_spinner=False)
def _gutenberg() -> tuple[str, ...]:
    return gutenberg_texts()


def corpus_title(spec: str) -> str:
    """Return what people call a text."""
    named = TITLES | {corpus.spec: corpus.title for corpus in known_corpora()} | remember(VectorTexts).kept
    return named.get(spec, spec.removeprefix("gutenberg:").replace("-", ": "))


def corpus_choice() -> str:
    """Draw the choice of a text and an upload; return its spec."""
    chosen = controls.menu(corpus_setting(), "Text to learn from")
    with st.popover("A text of your own", icon=":material/upload_file:"):
        file = st.file_uploader("A plain text file, one paragraph a line", ["txt", "md"], key="vector_text")
        if file is not None and st.button("Learn from this text", icon=":material/check:"):
            _keep(file.getvalue(), file.name)
    return chosen


def _keep(data: bytes, filename: str) -> None:
    length = len(decode(data).strip())
    if length < SHORTEST:
        st.error(f"The text needs at least {SHORTEST} characters, but this file has {length}.")
        return
    try:
        spec = uploads.keep(data, filename)
    except CorpusError as error:
        st.error(str(error), icon=":material/error:")
        return
    remember(VectorTexts).kept[spec] = filename
    st.query_params["corpus"] = filename
    st.rerun()
