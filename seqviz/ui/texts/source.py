"""Where a lesson's text comes from: typed, uploaded, or one of a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import Corpus, CorpusError
from seqviz.text.decoding import NoTextError, decode
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.server.doors import upload_allowances
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Number, Setting, Text
from seqviz.ui.state.session import owner, remember
from seqviz.ui.texts.corpora import corpus_names, corpus_title
from seqviz.ui.texts.own_files import list_own_files
from seqviz.ui.texts.typed import remember_typed, typed_again

SOURCES = {"typed": "My own", "upload": "A file of mine", "corpus": "From the corpus"}
SOURCE = Choice("source", tuple(SOURCES), "typed", SOURCES.__getitem__)
FILE = Text("file", "")  # the uploaded file's key
NUMBER = Number("number", 1, 1_000_000, 1, 1)


@dataclass
class Upload:
    """The file in use.

    Attributes:
        spec: its key in the address, or "" where it could not be kept.
        name: what it is called.
        text: what it holds.
        seen: which file the control held last.
        fault: what was wrong with that one.
    """

    spec: str = ""
    name: str = ""
    text: str = ""
    seen: str = ""
    fault: str = ""


def corpus_setting() -> Choice:
    """Return the choice of the corpus that a lesson measures."""
    return Choice("corpus", corpus_names(), "reviews", corpus_title)


def settings(typed: Text) -> tuple[Setting, ...]:
    """Return what the address may hold of a text's source."""
    return (SOURCE, NUMBER, typed, FILE, corpus_setting())


def choose_corpus(label: str = "Corpus to measure") -> Corpus | None:
    """Let a person choose a corpus and return it, or None (and a sentence) where it cannot be read."""
    spec = controls.menu(corpus_setting(), label, help="IMDB and others: get them on the Sentiment page.")
    try:
        return load(spec)
    except CorpusError as error:
        st.error(escaped(str(error)), icon=":material/error:")
        return None


@st.cache_resource(max_entries=3, show_spinner="Reading the corpus …")
def load(spec: str) -> Corpus:
    """Load a corpus once for all who look at it."""
    return load_corpus(spec)


def excerpt(texts: Sequence[str], num_characters: int) -> Sequence[str]:
    """Return the first texts of a corpus, at least one, up to so many characters."""
    total = 0
    for number, text in enumerate(texts):
        total += len(text)
        if total > num_characters:
            return texts[: max(number, 1)]
    return texts


def choose_text(typed: Text, examples: dict[str, str], corpus: Corpus | None) -> str:
    """Let a person type, upload or pick a text, and return it."""
    source = controls.choice(SOURCE, "Text")
    if source == "upload":
        return _uploaded()
    page_state.put(FILE, "")
    if source == "corpus" and corpus is not None:
        return _picked(corpus)
    ready = [(text,) for text in (typed.default, *examples.values())]
    controls.examples(typed, examples)
    typed_again((typed.name,), ready)
    text = controls.passage(typed, "Type over it", help="At most 2,000 characters; for more, take a file.")
    remember_typed((typed.name,), (text,), ready)
    return text


def _uploaded() -> str:
    """Let a person upload a file, or take up the one that the address names; return its text."""
    upload = remember(Upload)
    file = st.file_uploader("A text or HTML file, at most 2 MB", key="text_file")
    linked = page_state.value(FILE) or upload.spec
    if file is not None and file.file_id != upload.seen:
        upload.seen, upload.fault = file.file_id, _taken(upload, file.getvalue(), file.name)
    elif file is None:
        upload.fault = _taken_up(upload, linked) if linked != upload.spec else ""
    if upload.fault:
        st.error(escaped(upload.fault), icon=":material/error:")
    if upload.text:
        _say_what_is_in_use(upload)
    list_own_files()
    return upload.text


def _say_what_is_in_use(upload: Upload) -> None:
    stays = "It stays with this session."
    if upload.spec:
        page_state.put(FILE, upload.spec)
        stays = "Its key is in the address: a reload finds it again, and so does whoever gets the link."
    st.text(f"In use: {upload.name}, {len(upload.text):,} characters. {stays}")


def _taken(upload: Upload, data: bytes, name: str) -> str:
    """Take a file into use and keep it; return what is wrong with it, or ""."""
    try:
        upload.text, upload.name, upload.spec = decode(data), name, ""
        upload.spec = store().uploads.keep(
            data, name, owner=owner(), use="text", allowances=upload_allowances()
        )
    except (NoTextError, CorpusError) as error:
        return str(error)
    return ""


def _taken_up(upload: Upload, spec: str) -> str:
    """Take a kept file into use; return what is wrong with it, or ""."""
    uploads = store().uploads
    try:
        upload.text, upload.name, upload.spec = decode(uploads.read(spec)), uploads.about(spec).filename, spec
    except (NoTextError, CorpusError) as error:
        return str(error)
    return ""


def _picked(corpus: Corpus) -> str:
    texts = corpus.train.texts
    number = controls.number(NUMBER, f"Which text, 1 to {len(texts):,}")
    if number > len(texts):
        st.info(f"The corpus has {len(texts):,} texts; the last one is shown.", icon=":material/info:")
    return texts[min(number, len(texts)) - 1]
