"""The lesson on what bags cannot do: two sentences, and what bags and the net make of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.figures import bags as figures
from seqviz.lessons.bags.readers import READERS, probabilities
from seqviz.text.counts import count_terms, terms_of
from seqviz.text.numbers_written import with_minus
from seqviz.text.similarity import cosine_similarity
from seqviz.text.weighting import WEIGHTINGS, weigh
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.sentences.readers import bundled
from seqviz.ui.state.address import Text
from seqviz.ui.state.set_together import set_together
from seqviz.ui.texts.typed import remember_typed, typed_again

PAIRS = {
    "Reordered": ("this is interesting", "is this interesting"),
    "With and without not": ("I love playing ball", "I do not love playing ball"),
    "Good, not bad": ("The film was good, not bad.", "The film was bad, not good."),
    "But": (
        "The plot was dull, but the actors were brilliant.",
        "The actors were brilliant, but the plot was dull.",
    ),
    "A synonym": ("The film was superb.", "The film was splendid."),
    "Synonyms": ("old bike", "used bike"),
    "Two synonyms": ("old", "used"),
}
ONE = Text("one", PAIRS["Good, not bad"][0], 500)
OTHER = Text("other", PAIRS["Good, not bad"][1], 500)
SETTINGS = (ONE, OTHER)


def two_sentences() -> None:
    """Let a person write two sentences and compare them, to bags and to the net."""
    with st.container(horizontal=True):
        for name, (one, other) in PAIRS.items():
            st.button(
                name,
                key=f"pair:{name}",
                on_click=set_together,
                args=({ONE.name: one, OTHER.name: other},),
            )
    names, ready = (ONE.name, OTHER.name), tuple(PAIRS.values())
    typed_again(names, ready)
    left, right = st.columns(2)
    with left:
        one = controls.line(ONE, "First text")
    with right:
        other = controls.line(OTHER, "Second text")
    remember_typed(names, (one, other), ready)
    if not (terms_of(one) and terms_of(other)):
        st.info("Write at least one word into each of the two texts.", icon=":material/edit:")
        return
    _compare(one, other)
    _read(one, other)


def _compare(one: str, other: str) -> None:
    cosines = np.array(
        [[cosine_of_bags(one, other, weighting, n) for n in (1, 2, 3)] for weighting in WEIGHTINGS]
    )
    same = sorted(terms_of(one)) == sorted(terms_of(other))
    verdict = (
        "Here the two have **the same** words, so their vectors of words are identical. " if same else ""
    )
    vectors = cosine_of_vectors(bundled().reader, one, other)
    frame.figure(
        figures.similarity_by_length(cosines, list(WEIGHTINGS.values())),
        key="similarity",
        how_to_read="A bar is the cosine between the two texts: 1 for the same direction, 0 for nothing in common. N "
        "and df are those of the two texts alone, so by the textbook's formula all that they share weighs 0, and "
        f"two texts of the same words have no direction left (an angle needs one). {verdict}The means of the net's "
        f"word vectors, a bag of vectors instead of columns, have a cosine of **{with_minus(vectors, '.3f')}**.",
    )


def cosine_of_bags(one: str, other: str, weighting: str, n: int) -> float:
    """Return the cosine between the n-grams of two texts under a weighting; NaN where there are none."""
    matrix = count_terms([one, other], n, n)
    if not matrix.terms:
        return float("nan")
    return float(cosine_similarity(weigh(matrix, weighting))[0, 1])  # type: ignore[arg-type]


def cosine_of_vectors(net: SentimentReader, one: str, other: str) -> float:
    """Return the cosine between the means of two texts' word vectors."""
    first, second = (net.mean_word_vector(net.encode(text)) for text in (one, other))
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))


def _read(one: str, other: str) -> None:
    said = probabilities([one, other])
    frame.figure(
        figures.readings(said, READERS),
        key="readings",
        how_to_read="Each reader says how likely the text is praise; right of the dotted line it says positive. "
        "All three learned from the same bundled reviews. The order of the words alone never changes the first one's "
        f"answer.{_on_unknown_tokens([one, other])}",
    )


def _on_unknown_tokens(texts: Sequence[str]) -> str:
    net = bundled().reader
    unknown = dict.fromkeys(word for text in texts for word in net.encode(text).unknown)
    if not unknown:
        return ""
    return escaped(
        f" The net has never seen: {', '.join(unknown)}. What it says then is no more than a guess."
    )
