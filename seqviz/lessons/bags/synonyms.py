"""The lesson on what bags cannot do: one word of a review exchanged for a synonym, or for its opposite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.corpora.reviews import review_corpus
from seqviz.lessons.bags.readers import READERS, probabilities
from seqviz.lessons.bags.sentences import cosine_of_bags, cosine_of_vectors
from seqviz.text.tokens import words
from seqviz.ui.sentences.readers import bundled

NUM_REVIEWS = 200
SYNONYMS = {
    "superb": "splendid",
    "wonderful": "marvellous",
    "awful": "dreadful",
    "terrible": "horrible",
    "dull": "boring",
    "brilliant": "excellent",
    "lovely": "charming",
    "clumsy": "awkward",
    "loved": "adored",
    "hated": "detested",
}
OPPOSITES = {
    "superb": "dreadful",
    "wonderful": "terrible",
    "splendid": "awful",
    "excellent": "horrible",
    "loved": "hated",
    "adored": "detested",
}


@dataclass(frozen=True)
class Exchange:
    """What becomes of reviews when one word of each is exchanged.

    Attributes:
        num_reviews: how many hold such a word.
        bags: cosine of the counts before and after, mean.
        vectors: cosine of the means of the net's word vectors before and after, mean.
        moved: how far the probability of positive moves for each of `READERS`, mean, (num_readers,).
    """

    num_reviews: int
    bags: float
    vectors: float
    moved: np.ndarray


def synonyms_part() -> None:
    """Show how much a synonym changes to a bag, and how much to word vectors and a net that reads them."""
    synonym, opposite = exchanged(SYNONYMS), exchanged(OPPOSITES)
    st.markdown("**A synonym instead of the word**")
    st.dataframe(_table(synonym, opposite), width="stretch")
    st.markdown(
        f"**How to read it.** In {synonym.num_reviews} test reviews one word was exchanged for a synonym (*superb* for "
        f"*splendid*), in {opposite.num_reviews} for its opposite (*superb* for *dreadful*). Above: the cosine between "
        "the texts before and after, by counts and by the means of the net's word vectors; and how far each reader's "
        "answer moves. All are means. To the counts either word is just another column. The net begins with word "
        "vectors, and where it has learned that two words do the same, it hardly notices the exchange."
    )


@st.cache_data(max_entries=2, show_spinner="Exchanging words …")
def exchanged(pairs: Mapping[str, str]) -> Exchange:
    """Exchange the first word of each test review that has a partner, and ask every reader before and after.

    Args:
        pairs: word -> its partner; they are exchanged both ways.
    """
    test = review_corpus().test
    assert test is not None
    both_ways = {**{other: word for word, other in pairs.items()}, **pairs}
    before = [text for text in map(words, test.texts) if not both_ways.keys().isdisjoint(text)][:NUM_REVIEWS]
    texts = [(" ".join(tokens), " ".join(_with_partner(tokens, both_ways))) for tokens in before]
    said = [probabilities(column) for column in zip(*texts, strict=True)]
    return Exchange(
        len(texts),
        float(np.mean([cosine_of_bags(one, other, "counts", 1) for one, other in texts])),
        float(np.mean([cosine_of_vectors(bundled().reader, one, other) for one, other in texts])),
        np.abs(said[1] - said[0]).mean(axis=1),
    )


def _with_partner(tokens: Sequence[str], partners: Mapping[str, str]) -> list[str]:
    place = next(k for k, token in enumerate(tokens) if token in partners)
    return [*tokens[:place], partners[tokens[place]], *tokens[place + 1 :]]


def _table(synonym: Exchange, opposite: Exchange) -> pd.DataFrame:
    rows = ["cosine, counts", "cosine, word vectors"]
    rows += [f"{reader} moves" for reader in READERS]
    columns = {
        name: [found.bags, found.vectors, *found.moved]
        for name, found in (("a synonym", synonym), ("the opposite", opposite))
    }
    return pd.DataFrame(columns, index=rows).map("{:.3f}".format)


def synonyms_in_words() -> str:
    """Say how far a synonym moves the answers of the bag of words and of the net."""
    found = exchanged(SYNONYMS)
    bag, _, net = found.moved
    less = "less" if net < bag else "not less"
    return (
        f"It moves the bag's answer by {bag:.3f} on average over {found.num_reviews} reviews: the new word is another "
        f"column with another weight. The net's answer moves by {net:.3f}, {less}, for it reads word vectors, and "
        "words that are used alike get vectors that it treats alike."
    )
