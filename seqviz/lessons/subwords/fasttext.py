"""fastText on a page: a word's n-grams, the words that share them, and a vector for any string."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from seqviz.embeddings.fasttext import FastTextConfig, character_ngrams, vector_of_any_word
from seqviz.embeddings.space import Neighbour
from seqviz.experiments.word_vectors.train import FASTTEXT_BUCKETS
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Number, Text
from seqviz.ui.vectors.source import bundled

WORD = Text("subword", "where", 40)
SHORTEST = Number("shortest", 1, 6, 3, 1)
LONGEST = Number("longest", 1, 8, 3, 1)
COMPARED = Text("compared", "her here there nowhere", 200)
UNSEEN = Text("unseen", "grandmothr", 40)
OF_THE_NGRAMS = (WORD, SHORTEST, LONGEST, COMPARED)
EXAMPLES = {
    "misspelt: kingg": "kingg",
    "misspelt: grandmothr": "grandmothr",
    "unseen: swimmer": "swimmer",
    "unseen: engineers": "engineers",
    "known: queen": "queen",
}
CONFIG = FastTextConfig(num_buckets=FASTTEXT_BUCKETS)


@st.fragment
def ngrams_part() -> None:
    """Cut a word into n-grams and show which of them other words have too."""
    st.subheader("fastText: a word is made of its parts")
    with st.container(horizontal=True):
        word = controls.line(WORD, "A word").strip()
        shortest = controls.slider(SHORTEST, "Shortest n-gram")
        longest = max(shortest, controls.slider(LONGEST, "Longest n-gram"))
    ngrams = character_ngrams(word, shortest, longest)
    if not word or not ngrams:
        st.info("The word is too short for n-grams of this length.", icon=":material/edit:")
        return
    st.markdown(
        "Its n-grams (with `<` and `>` marking beginning and end), then the whole word, which has a row "
        "of its own:"
    )
    st.code(" ".join(ngrams) + f"   +   <{word}>", language=None)
    others = controls.line(COMPARED, "Other words to compare with").split()
    rows = [_shared(ngrams, other, shortest, longest) for other in others]
    if rows:
        st.dataframe(pd.DataFrame(rows), hide_index=True, key="shared_table")
    st.markdown(
        "The trigram *her* is in *where*, in *here* and in *her*; but the whole word *her* is written "
        "`<her>`, and that row belongs to the word *her* alone."
    )


def _shared(ngrams: list[str], other: str, shortest: int, longest: int) -> dict[str, object]:
    theirs = character_ngrams(other, shortest, longest)
    shared = [ngram for ngram in dict.fromkeys(ngrams) if ngram in theirs]
    union = len(set(ngrams) | set(theirs))
    return {
        "word": other,
        "shared n-grams": " ".join(shared) or "–",
        "share of all": round(len(shared) / max(union, 1), 2),
    }


@st.fragment
def unseen_part() -> None:
    """Give any string a vector, beside the silence of word2vec and GloVe."""
    st.subheader("A vector for a word never seen")
    controls.examples(UNSEEN, EXAMPLES)
    word = controls.line(UNSEEN, "Any word, misspelt or invented").strip().lower()
    if not word:
        st.info("Type a word.", icon=":material/edit:")
        return
    places = zip(st.columns(3), ("world_fasttext", "world_skipgram", "world_glove"), strict=True)
    for (column, name), title in zip(places, ("fastText", "Word2vec (skip-gram)", "GloVe"), strict=True):
        with column:
            st.markdown(f"**{title}**")
            _answer(name, word)


def _answer(name: str, word: str) -> None:
    learned = bundled(name)
    vectors = learned.vectors
    if name != "world_fasttext" and word not in vectors.numbers:
        st.info(
            f"There is no vector for {escaped(word)}: the table has no such row.", icon=":material/block:"
        )
        return
    if word in vectors.numbers:
        nearest = vectors.neighbours(word, 8)
    else:
        nearest = nearest_by_parts(word, 8)
        if not nearest:
            st.info("The word is too short to have an n-gram.", icon=":material/block:")
            return
    table = {"nearest": [n.word for n in nearest], "cosine": [round(n.cosine, 3) for n in nearest]}
    st.dataframe(pd.DataFrame(table), hide_index=True, key=f"nearest_{name}")


def nearest_by_parts(word: str, number: int) -> tuple[Neighbour, ...]:
    """Return the words nearest to the vector that fastText puts together for any string; () where it has no part."""
    learned = bundled("world_fasttext")
    composed = vector_of_any_word(word, learned.vectors.words, learned.weights["table"], CONFIG)
    return learned.vectors.nearest_to(composed, number)


LONG = 6  # letters from which on a word is called long
SHORTEST_MISSPELT = 3  # letters of the shortest words that are misspelt


@dataclass(frozen=True)
class Recovered:
    """What becomes of words without their middle letter.

    Attributes:
        num_words: how many were misspelt so.
        num_found: those whose misspelling is nearest to the word that was meant.
        num_known: misspellings that are themselves words of the small world.
    """

    num_words: int
    num_found: int
    num_known: int

    @property
    def share(self) -> float:
        """Share of the words that are found again, from 0 to 1."""
        return self.num_found / self.num_words


def recovered_option() -> str:
    """Return which option of the question is right, as counted."""
    share = recovered(True).share
    return "for most of them" if share > 0.6 else "for about half" if share > 0.25 else "for hardly any"


def reveal_misspelling() -> None:
    """Say how many misspelt words are nearest to the word that was meant."""
    found = recovered(True)
    others = f"all but {found.num_known}" if found.num_known else "any"
    st.markdown(
        f"Of the {found.num_words} words with {LONG} letters or more, each with its middle letter left out, **"
        f"{found.num_found} ({found.share:.0%})** are nearest to the word that was meant. Word2vec and GloVe have no "
        f"vector for {others} of these misspellings."
    )


def recovered_in_words() -> str:
    """Say how often a misspelling is understood, in long words and in short ones."""
    long, short = recovered(True), recovered(False)
    return (
        f"With the middle letter left out, {long.share:.0%} of the small world's words of {LONG} letters or more are "
        f"nearest to the word that was meant, and {short.share:.0%} of those with {SHORTEST_MISSPELT} to {LONG - 1}"
    )


@st.cache_data(max_entries=2, show_spinner=False)
def recovered(are_long: bool) -> Recovered:
    """Misspell every long or every short word of the small world in one place; count those that are found again."""
    learned = bundled("world_fasttext")
    vectors = learned.vectors
    words = [w for w in vectors.words if len(w) >= SHORTEST_MISSPELT and (len(w) >= LONG) == are_long]
    found = known = 0
    for word in words:
        misspelt = word[: len(word) // 2] + word[len(word) // 2 + 1 :]  # the letter in the middle is left out
        composed = vector_of_any_word(misspelt, vectors.words, learned.weights["table"], CONFIG)
        found += [n.word for n in vectors.nearest_to(composed, 1)] == [word]
        known += misspelt in vectors.numbers
    return Recovered(len(words), found, known)
