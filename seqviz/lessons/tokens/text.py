"""The lesson on tokens and vocabularies: its controls, and a text's tokens with their ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

import pandas as pd
import streamlit as st

from seqviz.corpora.records import Corpus, LabelledTexts
from seqviz.text.measures import Frequencies, frequencies
from seqviz.text.tokens import MARKS, distinct, dropped_signs, sentences, visible_characters, words_as_written
from seqviz.text.vocabulary import SPECIALS, UNKNOWN, Vocabulary
from seqviz.ui import controls
from seqviz.ui.durations import counted
from seqviz.ui.state.address import Choice, Flag, Number, Text
from seqviz.ui.texts.source import excerpt

MEASURED = 1_000_000  # characters of a corpus that are counted
SHOWN = 500  # tokens listed
DISTINCT = 60  # different tokens listed
COLUMNS = 60  # positions of a batch that are drawn
CUTTERS: dict[str, Callable[[str], list[str]]] = {
    "words": words_as_written,
    "characters": visible_characters,
    "sentences": sentences,
}
TYPED = Text("text", "The cat sat on the mat.")
EXAMPLES = {
    "The cat": TYPED.default,
    "Contractions": "I don't know: can't it wait? It's Ann's!",
    "Three sentences": "Dr. Smith left. She did not say why. Nobody asked!",
    "Other scripts": "Ein Käfer, ένα σκαθάρι, एक भृंग, жук 🐞",
}
KIND = Choice("tokens", tuple(CUTTERS), "words", str.capitalize)
LOWER = Flag("lower")
SIZE = Number("vocabulary", 1, 50_000, 300, 1)
BATCH = Text(
    "batch",
    "The film was not good.\nNever boring!\nThe zyzzyva was the best of all the actors in this film, I found.",
)
LENGTH = Number("length", 1, COLUMNS, 8, 1)
KEEP = Choice("keep", ("first", "last"), "first", str.capitalize)
SETTINGS = (KIND, LOWER, SIZE)
OF_A_BATCH = (BATCH, LENGTH, KEEP)


@dataclass(frozen=True)
class Cut:
    """How texts are cut: key of `CUTTERS`, and whether capitals are lowered first."""

    kind: str
    lower: bool

    def tokens(self, text: str) -> list[str]:
        """Cut a text."""
        return CUTTERS[self.kind](text.lower() if self.lower else text)


def cut_controls() -> tuple[Cut, int]:
    """Draw the choice of tokens and of the vocabulary's size, and return both."""
    left, middle, right = st.columns(3, vertical_alignment="bottom")
    with left:
        kind = controls.choice(KIND, "Cut into")
    with middle:
        lower = controls.flag(LOWER, "Lower-case first")
    with right:
        size = controls.number(SIZE, "Tokens that get an id", help="The most frequent ones of the corpus.")
    return Cut(kind, lower), size


@st.cache_data(
    max_entries=12, show_spinner="Counting the corpus …", hash_funcs={LabelledTexts: attrgetter("digest")}
)
def count(train: LabelledTexts, num_characters: int, cut: Cut) -> Frequencies:
    """Count the tokens of texts, up to so many characters of them."""
    return frequencies(map(cut.tokens, excerpt(train.texts, num_characters)))


def counted_corpus(corpus: Corpus | None, cut: Cut) -> Frequencies | None:
    """Count a corpus; None without one or without two tokens in it."""
    if corpus is None:
        return None
    found = count(corpus.train, MEASURED, cut)
    return found if len(found.tokens) > 1 else None


def show_tokens(text: str, cut: Cut, vocabulary: Vocabulary | None) -> None:
    """List a text's tokens with their ids, and count them with and without capitals."""
    tokens = cut.tokens(text)
    if not tokens:
        st.info("There is no token in this text yet. Type some above.", icon=":material/edit:")
        return
    lowered = Cut(cut.kind, True).tokens(text)
    for column, (label, number) in zip(
        st.columns(3),
        (
            ("tokens", len(tokens)),
            ("different tokens", len(set(tokens))),
            ("different, lower-cased", len(set(lowered))),
        ),
        strict=True,
    ):
        column.metric(label, f"{number:,}")
    different = distinct(tokens)
    more = f" … and {len(different) - DISTINCT:,} more" if len(different) > DISTINCT else ""
    st.text(f"In order of first occurrence: {'  '.join(different[:DISTINCT])}{more}")
    if cut.kind == "words" and (dropped := dropped_signs(text)):
        st.text(
            f"Not tokens here, and so dropped: {'  '.join(dropped[:DISTINCT])}   (marks that stay: {' '.join(MARKS)})"
        )
    if vocabulary is not None:
        _list_ids(tokens, vocabulary)


def vocabulary_of(known: Frequencies, size: int) -> Vocabulary:
    """Return the vocabulary of the most frequent tokens of a corpus."""
    return Vocabulary((*SPECIALS, *known.tokens[:size]))


def show_vocabulary(known: Frequencies, vocabulary: Vocabulary) -> None:
    """List the tokens that have an id, with how often each comes in the corpus."""
    with st.expander(f"The vocabulary: {len(vocabulary):,} ids", icon=":material/format_list_numbered:"):
        tokens = vocabulary.tokens[: SHOWN + len(SPECIALS)]
        times = [None] * len(SPECIALS) + known.counts[: len(tokens) - len(SPECIALS)].tolist()
        rows = pd.DataFrame({"id": range(len(tokens)), "token": tokens, "times": pd.array(times, "Int64")})
        st.dataframe(rows, hide_index=True, width="stretch", height=300)
        st.caption(
            f"Listed: {len(tokens):,} of {len(vocabulary):,}, the most frequent first. Counted in the corpus."
        )


def _list_ids(tokens: Sequence[str], vocabulary: Vocabulary) -> None:
    ids = vocabulary.ids(tokens)
    if len(tokens) > SHOWN:
        st.caption(f"Listed: the first {SHOWN} of {len(tokens):,} tokens.")
    rows = pd.DataFrame(
        {
            "position": range(1, min(len(tokens), SHOWN) + 1),
            "token": tokens[:SHOWN],
            "id": ids[:SHOWN],
            "the net sees": vocabulary.tokens_of(ids[:SHOWN]),
        }
    )
    st.dataframe(rows, hide_index=True, width="stretch", height=min(320, 38 + 35 * len(rows)))
    st.caption(ids_in_words(int((ids == UNKNOWN).sum()), len(tokens)))


def ids_in_words(num_unknown: int, num_tokens: int) -> str:
    """Say how many of a text's tokens have no id of their own."""
    if not num_unknown:
        return "Every token of this text has an id of its own. Id 0 is <pad>, id 1 is <unk>."
    have = (
        "has no id of its own and becomes" if num_unknown == 1 else "have no id of their own and all become"
    )
    return f"{num_unknown:,} of {counted(num_tokens, 'token')} {have} <unk>, id 1. Id 0 is <pad>."
