"""What an encoder-decoder net can learn: our tasks, and the pairs that a person uploads."""

from __future__ import annotations

import streamlit as st

from seqviz.corpora.pairs import BUNDLED as TASKS
from seqviz.corpora.pairs import FEWEST, read_pairs
from seqviz.corpora.prose import decode
from seqviz.corpora.records import CorpusError
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Choice
from seqviz.ui.texts.own_files import learn_from, list_own_files, own_files

_TITLES = {"reverse": "Reverse letters", "dates": "Dates to ISO", "french": "English to French"}


def task_setting() -> Choice:
    """Return the choice of tasks as they are at hand now."""
    return Choice("task", (*TASKS, *own_files("pairs")), "french", _title)


def _title(spec: str) -> str:
    return _TITLES.get(spec) or own_files("pairs").get(spec, spec)


def pairs_of_your_own() -> None:
    """Let a person upload pairs."""
    with st.expander("Pairs of your own: a tab-separated file", icon=":material/library_add:"):
        file = st.file_uploader(
            f"Source, tab, target on each line; at least {FEWEST} pairs",
            type=["txt", "tsv", "csv"],
            key="pairs",
        )
        if file is not None and st.button("Learn from these pairs", icon=":material/check:"):
            _keep(file.getvalue(), file.name)
        list_own_files()


def _keep(data: bytes, filename: str) -> None:
    try:
        num_pairs = len(read_pairs(decode(data)))
        if num_pairs < FEWEST:
            raise CorpusError(f"At least {FEWEST} pairs are needed; this file has {num_pairs}.")
        learn_from("pairs", data, filename, "task")
    except CorpusError as error:
        st.error(escaped(str(error)), icon=":material/error:")
