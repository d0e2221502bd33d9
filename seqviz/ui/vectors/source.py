"""Where a page's word vectors come from: those that come with the app, a finished run, or a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from seqviz.corpora.themes import themes
from seqviz.corpora.world import NUM_SENTENCES, groups
from seqviz.embeddings.pretrained import load_pretrained
from seqviz.embeddings.space import WordVectors
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import StoreError
from seqviz.ui import controls
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import names as run_names
from seqviz.ui.runs.menus import run_menu
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Number, Setting
from seqviz.ui.state.address_lists import RunIds
from seqviz.ui.vectors.file import choose_file

SOURCE = Choice(
    "source",
    ("english", "world", "run", "file"),
    "english",
    {
        "english": "Real English",
        "world": "The small world",
        "run": "A trained run",
        "file": "A vector file",
    }.__getitem__,
)
GLOVE = (
    "Not trained here: these are [GloVe's own vectors](https://nlp.stanford.edu/projects/glove/) of the 10,000 most "
    "frequent words (Pennington, Socher & Manning 2014), from Wikipedia 2014 and the newswire of Gigaword 5, 6 billion "
    "tokens in lower case; public domain "
    "([PDDL](https://opendatacommons.org/licenses/pddl/1-0/))."
)
WORLD = (
    f"Trained on the {NUM_SENTENCES:,} sentences of the small world, which are generated for this course; *Word2vec* "
    "trains such vectors in seconds."
)
MOST_LISTED = 60  # runs of one's own, and as many of others
MAX_WORDS = Number("words", 1_000, 50_000, 20_000, 1_000)
VECTORS_OF = RunIds("vectors_of", 1)
SETTINGS: tuple[Setting, ...] = (SOURCE, MAX_WORDS, VECTORS_OF)


@dataclass(frozen=True)
class Learned:
    """Vectors with what is known of them.

    Attributes:
        title: where they come from.
        vectors: the words.
        config: the experiment's settings; empty for a file.
        counts: (num_words,) occurrences, or None for a file.
        weights: everything else the method has learned.
        result: what came out of the training; empty for a file.
        groups: words by what they mean, for colours on a map: group -> words.
        about: what they learned from, and under which licence they are, Markdown; "" where nobody knows.
    """

    title: str
    vectors: WordVectors
    config: dict[str, Any]
    counts: np.ndarray | None
    weights: dict[str, np.ndarray]
    result: dict[str, Any]
    groups: Mapping[str, Sequence[str]]
    about: str = ""

    @property
    def of_the_world(self) -> bool:
        """Whether they were learned from the small world, of which everything is known."""
        return self.config.get("corpus") == "world"

    def group_of_words(self, words: Sequence[str]) -> list[str]:
        """Return each word's group; "" for a word of none."""
        group = {word: name for name, members in self.groups.items() for word in members}
        return [group.get(word, "") for word in words]


@st.cache_resource(max_entries=1, show_spinner=False)
def pretrained() -> Learned:
    """Return the vectors of real English that come with the app."""
    return Learned("Real English, GloVe 6B", load_pretrained(), {}, None, {}, {}, themes(), GLOVE)


@st.cache_resource(max_entries=8, show_spinner=False)
def bundled(name: str = "world_skipgram") -> Learned:
    """Return vectors that come with the app, by their file: world_skipgram, world_cbow, world_glove and others."""
    run = load_bundled_run(name)
    return _learned("The small world, trained beforehand", run.config, run.extras, run.weights, run.result)


@st.cache_resource(max_entries=12, show_spinner="Loading the vectors …")
def of_run(run_id: str) -> Learned:
    """Return the vectors of a finished run.

    Raises:
        StoreError: if the run or its weights are gone.
    """
    record = store().run(run_id)
    weights = store().weights(run_id)
    title = settings_name(record.kind, record.config)
    return _learned(title, record.config, store().extras(run_id), weights, record.result or {})


def _learned(
    title: str,
    config: dict[str, Any],
    extras: dict[str, Any],
    weights: dict[str, np.ndarray],
    result: dict[str, Any],
) -> Learned:
    vectors = WordVectors(tuple(extras["words"]), weights["vectors"])
    about = WORLD if config["corpus"] == "world" else ""
    return Learned(title, vectors, config, np.array(extras["counts"]), weights, result, groups(), about)


def choose_vectors() -> Learned | None:
    """Draw the controls of the source; return its vectors, or None (with a sentence) if there are none."""
    source = controls.choice(SOURCE, "Vectors")
    if source == "run":
        return _choose_run()
    if source == "file":
        return _choose_file()
    return bundled() if source == "world" else pretrained()


def _choose_run() -> Learned | None:
    records = [run for run in run_names.listed("word-vectors", MOST_LISTED) if run.state == "finished"]
    if not records:
        st.info("There is no finished run yet: train one on the page Word2vec.", icon=":material/info:")
        return None
    titles = run_names.names(records)
    if not set(page_state.value(VECTORS_OF)) <= set(titles):
        st.warning(
            "The run in the address is not here, or not listed to you: the newest one is shown.",
            icon=":material/link_off:",
        )
    chosen = run_menu(
        VECTORS_OF,
        "Run",
        list(titles),
        titles.__getitem__,
        help="Finished trainings of word vectors: your own first, then other people's.",
    )
    try:
        return of_run(chosen)
    except StoreError as error:
        st.warning(escaped(str(error)), icon=":material/link_off:")
        return None


def _choose_file() -> Learned | None:
    max_words = controls.slider(
        MAX_WORDS, "Words to read", help="The first so many; files begin with the most frequent."
    )
    found = choose_file(max_words)
    return Learned(*found, {}, None, {}, {}, themes()) if found else None


def describe(learned: Learned) -> None:
    """Say in a line which vectors these are, and how words asked for are folded."""
    st.caption(
        f"{escaped(learned.title)}: {counted(len(learned.vectors), 'word')}, "
        f"{learned.vectors.vectors.shape[1]} numbers each. {learned.about} A word that is not found as it is written "
        "is looked up in lower case."
    )
