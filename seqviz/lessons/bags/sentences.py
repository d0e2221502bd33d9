"""The lesson on what bags cannot do: two sentences, a shuffle, and who reads them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from seqviz.corpora.reviews import SIZES, review_corpus
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.figures import bags as figures
from seqviz.text.augmentation import shuffle_words
from seqviz.text.baseline import Baseline, fit_baseline
from seqviz.text.counts import count_terms, n_grams, terms_of
from seqviz.text.intervals import share_interval
from seqviz.text.numbers_written import with_minus
from seqviz.text.similarity import cosine_similarity
from seqviz.text.tokens import words
from seqviz.text.weighting import WEIGHTINGS, weigh
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.sentences.readers import bundled
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number, Text
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
REVIEW = Text("review", "My friends called the film dull, but I found it brilliant.", 1_000)
SHUFFLE = Number("shuffle", 1, 30, 1, 1)
SETTINGS = (ONE, OTHER, REVIEW, SHUFFLE)
READERS = ("a bag of words", "a bag of words and pairs", "the recurrent net")


@st.cache_resource(max_entries=1, show_spinner="Fitting the bags …")
def bag_readers() -> tuple[Baseline, Baseline]:
    """Return the classifiers of words, and of words and pairs, fitted on the bundled reviews."""
    train = review_corpus().train
    return (
        fit_baseline(train.texts, train.labels, longest=1),
        fit_baseline(train.texts, train.labels, longest=2),
    )


def probabilities(texts: Sequence[str]) -> np.ndarray:
    """Return what each of `READERS` says of some texts, (num_readers, num_texts): probability of positive."""
    net = bundled().reader
    by_net = net.positive_of_each([net.encode(text) for text in texts])
    return np.array([*(bag.positive_probability(texts) for bag in bag_readers()), by_net])


@st.cache_data(max_entries=1, show_spinner=False)
def accuracies() -> list[float]:
    """Return each reader's accuracy on the bundled reviews kept apart for the test, (num_readers,)."""
    test = review_corpus().test
    assert test is not None
    return [float(np.mean((row >= 0.5) == test.labels.astype(bool))) for row in probabilities(test.texts)]


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
        f"answer.{_strangers([one, other])}",
    )


def _strangers(texts: Sequence[str]) -> str:
    net = bundled().reader
    unknown = dict.fromkeys(word for text in texts for word in net.encode(text).unknown)
    if not unknown:
        return ""
    return escaped(
        f" The net has never seen: {', '.join(unknown)}. What it says then is no more than a guess."
    )


def shuffle_part() -> None:
    """Shuffle the words of a text, count what survives, and ask who reads."""
    st.markdown("**Shuffle the words**")
    review = controls.line(REVIEW, "A text to shuffle")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        seed = controls.slider(SHUFFLE, "Which shuffle")
    with right:
        st.button("Shuffle", icon=":material/shuffle:", on_click=_next_shuffle)
    tokens = words(review)
    if len(terms_of(review)) < 2:
        st.info("There is nothing to shuffle: write two words or more.", icon=":material/edit:")
        return
    others = [shuffle_words(tokens, np.random.default_rng(k)) for k in range(SHUFFLE.low, SHUFFLE.high + 1)]
    shown = others[seed - 1]
    st.code(" ".join(shown), language=None, wrap_lines=True)
    st.markdown(_survivors(tokens, shown))
    before = probabilities([" ".join(tokens)])
    after = probabilities([" ".join(other) for other in others])
    frame.figure(
        figures.shuffled(before[:, 0], after, READERS, seed - 1),
        key="shuffles",
        how_to_read="A row is a reader, a ring what it says of one shuffle. The answers of the bag of words lie up to "
        f"{np.ptp(after[0]):.3f} apart, the net's up to {np.ptp(after[2]):.3f}. On the {accuracies_in_words()}",
    )


def _next_shuffle() -> None:
    page_state.put(SHUFFLE, page_state.value(SHUFFLE) % SHUFFLE.high + 1)


def _survivors(tokens: list[str], shuffled: list[str]) -> str:
    """Say how many n-grams of a text are still there after a shuffle."""
    sentences = []
    for n, name in ((1, "words and marks"), (2, "pairs"), (3, "triples")):
        before, after = n_grams(tokens, n), n_grams(shuffled, n)
        kept = sum(min(before.count(gram), after.count(gram)) for gram in set(before))
        sentences.append(f"{kept} of {len(before)} {name}")
    return f"Still there after the shuffle: **{', '.join(sentences)}**."


def accuracies_in_words() -> str:
    """Write each reader's accuracy on the test reviews, with its interval."""
    number = SIZES["test"]
    found = []
    for name, score in zip(READERS, accuracies(), strict=True):
        between = share_interval(round(score * number), number)
        found.append(f"{name} {score:.1%} ({between.low:.1%} to {between.high:.1%})")
    return (
        f"{number:,} bundled test reviews, whose class depends on word order, their accuracies are: "
        f"{', '.join(found)}; in brackets the 95 % interval for that many reviews."
    )
