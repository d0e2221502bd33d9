"""Which text the word vectors learn from: the small world, other bundled texts, or a file of one's own."""

from __future__ import annotations

import streamlit as st

from seqviz.corpora.loading import known_corpora
from seqviz.corpora.prose import SHORTEST, decode, gutenberg_texts, gutenberg_title
from seqviz.corpora.records import CorpusError
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Choice
from seqviz.ui.texts.own_files import learn_from, list_own_files, own_files

TITLES = {"world": "The small world", "harbour": "The Harbour Book"}


def corpus_setting() -> Choice:
    """Return the choice of texts as they are at hand now."""
    known = tuple(corpus.spec for corpus in known_corpora() if corpus.available)
    prose = ("harbour", *(f"gutenberg:{name}" for name in _gutenberg()), *own_files("words"))
    return Choice("corpus", ("world", *known, *prose), "world", corpus_title)


@st.cache_data(max_entries=1, show_spinner=False)
def _gutenberg() -> tuple[str, ...]:
    return gutenberg_texts()


def corpus_title(spec: str) -> str:
    """Return what people call a text."""
    named = TITLES | {corpus.spec: corpus.title for corpus in known_corpora()} | own_files("words")
    return named.get(spec, gutenberg_title(spec))


def own_text() -> None:
    """Let a person upload a text to learn from."""
    with st.popover("A text of your own", icon=":material/upload_file:"):
        file = st.file_uploader("A plain text file, one paragraph a line", ["txt", "md"], key="vector_text")
        if file is not None and st.button("Learn from this text", icon=":material/check:"):
            _keep(file.getvalue(), file.name)
        list_own_files()


def _keep(data: bytes, filename: str) -> None:
    try:
        length = len(decode(data).strip())
        if length < SHORTEST:
            raise CorpusError(f"The text needs at least {SHORTEST} characters, but this file has {length}.")
        learn_from("words", data, filename, "corpus")
    except CorpusError as error:
        st.error(escaped(str(error)), icon=":material/error:")
