"""More reviews to learn from: IMDB and NLTK's by one click, and a table of one's own."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

import pandas as pd
import streamlit as st

from seqviz.corpora.download import DownloadProgress
from seqviz.corpora.imdb import download_imdb
from seqviz.corpora.loading import KnownCorpus, known_corpora, load_corpus
from seqviz.corpora.nltk_corpora import download_movie_reviews
from seqviz.corpora.records import CorpusError
from seqviz.corpora.tables import TableGuess, guess_table, read_table
from seqviz.runs.store.upload_bounds import MAX_UPLOAD_BYTES
from seqviz.text.tokens import words
from seqviz.text.vocabulary import Vocabulary
from seqviz.ui.durations import counted, in_words
from seqviz.ui.markdown import escaped
from seqviz.ui.texts.own_files import learn_from, list_own_files, own_files

DOWNLOADS: dict[str, Callable[[], Iterator[DownloadProgress]]] = {
    "imdb": download_imdb,
    "movie_reviews": download_movie_reviews,
}


def corpus_names() -> tuple[str, ...]:
    """Return what can be learned from now: corpora on this computer, and this person's uploads."""
    known = tuple(corpus.spec for corpus in known_corpora() if corpus.available)
    return known + tuple(own_files("reviews"))


def wanted_names() -> tuple[str, ...]:
    """Return what settings may name: corpora on this computer or to be had by one click, and this person's uploads."""
    known = tuple(corpus.spec for corpus in known_corpora())
    return known + tuple(own_files("reviews"))


def is_here(name: str) -> bool:
    """Tell whether a corpus can be learned from now; what is no known corpus is a file or an upload."""
    return all(corpus.available for corpus in known_corpora() if corpus.spec == name)


def corpus_title(name: str) -> str:
    """Return what people call a corpus."""
    titles = {corpus.spec: corpus.title for corpus in known_corpora()} | own_files("reviews")
    return titles.get(name, name)


@st.cache_data(max_entries=1, show_spinner=False)
def _distinct_words_of_bundled_reviews() -> int:
    corpus = load_corpus("reviews")
    return len(Vocabulary.from_texts(map(words, corpus.train.texts)))


def distinct_words(corpus: str) -> float:
    """Return how many ids a corpus can fill at most: counted for the bundled reviews, else without a bound."""
    return _distinct_words_of_bundled_reviews() if corpus == "reviews" else math.inf


def is_filled(corpus: str) -> bool:
    """Tell whether the vocabulary's size before training is sure; another corpus may hold fewer words."""
    return corpus in ("reviews", "imdb")


def other_reviews() -> None:
    """Offer the corpora that are not on this computer yet, and an upload."""
    with st.expander("More reviews: IMDB, NLTK, or a table of your own", icon=":material/library_add:"):
        for corpus in known_corpora():
            if corpus.spec in DOWNLOADS:
                _offer(corpus)
        _offer_upload()
        list_own_files()


def offer_missing(name: str) -> bool:
    """Where a corpus is not on this computer yet, say so beside the click that fetches it.

    Returns:
        True if it is missing.
    """
    missing = [corpus for corpus in known_corpora() if corpus.spec == name and not corpus.available]
    for corpus in missing:
        st.info(
            f"These settings learn from {corpus.title}, which is not on this computer yet. The numbers above are "
            "those of a net for it.",
            icon=":material/download:",
        )
        _offer(corpus, "needed")
    return bool(missing)


def _offer(corpus: KnownCorpus, where: str = "list") -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f"**{corpus.title}.** {corpus.description}", width="stretch")
        if corpus.available:
            st.badge("on this computer", icon=":material/check:", color="green")
            return
        wanted = st.button(
            "Download",
            icon=":material/download:",
            key=f"{where}:download:{corpus.spec}",
            help=corpus.how_to_get_it,
        )
    if wanted:
        _download(corpus)


def _download(corpus: KnownCorpus) -> None:
    """Fetch a corpus; a press of Stop, or of anything else, ends it, and the next press goes on from there."""
    place, started = st.empty(), time.monotonic()
    with place.container():
        bar = st.progress(0.0, text=f"Fetching {corpus.title} …")
        st.button("Stop", icon=":material/stop:", key=f"stop:{corpus.spec}", help="What has arrived is kept.")
    try:
        for progress in DOWNLOADS[corpus.spec]():
            done = max(progress.fraction, 1e-3)
            left = in_words((time.monotonic() - started) * (1 / done - 1))
            bar.progress(
                min(1.0, progress.fraction), text=f"Fetching {corpus.title}: {done:.0%}, about {left} left"
            )
    except CorpusError as error:
        place.error(escaped(str(error)), icon=":material/cloud_off:")
        return
    st.rerun()


def _offer_upload() -> None:
    file = st.file_uploader(
        "A table of your own: CSV or TSV, also gzipped, with a column of texts and a column of two classes",
        type=["csv", "tsv", "txt", "gz"],
        key="table",
        max_upload_size=MAX_UPLOAD_BYTES // 1_000_000,
    )
    if file is None:
        return
    try:
        guess = guess_table(file.getvalue())
        _confirm(file.name, file.getvalue(), guess)
    except CorpusError as error:
        st.error(escaped(str(error)), icon=":material/error:")


def _confirm(filename: str, data: bytes, guess: TableGuess) -> None:
    columns = list(guess.columns)
    left, right = st.columns(2)
    text_column = left.selectbox(
        "Column of texts", columns, columns.index(guess.text_column), key="text_column"
    )
    label_column = right.selectbox(
        "Column of classes", columns, columns.index(guess.label_column), key="label_column"
    )
    st.dataframe(pd.DataFrame(guess.sample, columns=columns), hide_index=True, width="stretch")
    notes = escaped(" ".join(guess.notes))
    st.caption(
        f"{counted(guess.num_rows, 'row')}. {notes} The table stays on the server and is listed to you alone."
    )
    if st.button("Learn from this table", icon=":material/check:", key="keep_table"):
        read_table(data, text_column, label_column)
        learn_from("reviews", data, filename, "corpus", text_column=text_column, label_column=label_column)
