"""The lesson on counting: what the matrix tells of its documents, and scikit-learn's word on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd
import streamlit as st
from sklearn.feature_extraction.text import TfidfVectorizer

from seqviz.corpora.records import CorpusError
from seqviz.corpora.reviews import review_corpus
from seqviz.figures.similarity import similarities
from seqviz.lessons.counting.documents import TABLES
from seqviz.lessons.counting.matrix import Counted
from seqviz.text.counts import CountMatrix, count_terms, n_grams, terms_of
from seqviz.text.similarity import cosine_similarity, top_terms
from seqviz.text.weighting import WEIGHTINGS, Weighting, smooth_tf_idf, unfold, weigh
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.texts.source import corpus_setting, excerpt, load

MEASURED = 5_000_000  # characters of a corpus whose pairs and triples of words are counted
NEIGHBOURS = 6
SHOWN = 40  # documents written by hand that are drawn


def count_corpus(weighting: Weighting, shortest: int, longest: int) -> Counted | None:
    """Let a person choose a corpus, and count it; None (and a sentence) where it cannot be read."""
    spec = controls.menu(corpus_setting(), "Corpus", help="IMDB and others: get them on the Sentiment page.")
    try:
        texts, matrix = _corpus_matrix(spec, shortest, longest)
    except CorpusError as error:
        st.error(escaped(str(error)), icon=":material/error:")
        return None
    return Counted(texts, matrix, weigh(matrix, weighting), weighting) if matrix.terms else None


@st.cache_resource(max_entries=3, show_spinner="Counting the corpus …")
def _corpus_matrix(spec: str, shortest: int, longest: int) -> tuple[Sequence[str], CountMatrix]:
    texts: Sequence[str] = load(spec).train.texts
    if longest > 1:
        texts = excerpt(texts, MEASURED)
    return texts, count_terms(texts, shortest, longest)


def rows_around(counted: Counted, document: int) -> list[int]:
    """Show a document of a corpus; return it and the documents most like it, the most alike first."""
    st.code(counted.texts[document], language=None, wrap_lines=True, height=160)
    weights = counted.weights
    products = (weights @ weights[document].T).toarray().ravel()
    norms = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    cosines = products / np.maximum(norms * norms[document], np.finfo(float).tiny)
    cosines[document] = np.inf  # itself first
    st.caption(
        "The rows below it are the documents with the greatest cosine to it, under the chosen weighting."
    )
    return np.argsort(-cosines, kind="stable")[:NEIGHBOURS].tolist()


def show_similarity(counted: Counted, documents: Sequence[int]) -> None:
    """Draw the cosines between some documents."""
    if len(documents) < 2:
        st.info(
            "A single document has none to be compared with. Write another line above.",
            icon=":material/info:",
        )
        return
    frame.figure(
        similarities(
            cosine_similarity(counted.weights[list(documents)]),
            [str(document + 1) for document in documents],
            weighting=WEIGHTINGS[counted.weighting],
        ),
        key="similarity",
        how_to_read="A cell compares the documents of its row and column: 1 for the same direction, 0 for no term in "
        "common that weighs anything. A blank cell belongs to a document whose weights are all 0: it has no direction.",
    )


def show_top_terms(counted: Counted, documents: Sequence[int]) -> None:
    """List the heaviest terms of some documents."""
    rows = [
        {
            "document": counted.label(document),
            "heaviest terms": ", ".join(
                f"{term} {weight:.3g}"
                for term, weight in top_terms(counted.weights, counted.matrix.terms, document)
            ),
        }
        for document in documents
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")


def show_proof(texts: Sequence[str], shortest: int, longest: int) -> None:
    """Give the same documents to scikit-learn and say how far its result is from ours."""
    if not any(terms_of(text) for text in texts):
        return
    vectorizer = TfidfVectorizer(
        tokenizer=terms_of, token_pattern=None, lowercase=False, ngram_range=(shortest, longest)
    )
    try:
        theirs = vectorizer.fit_transform(texts)
    except ValueError:  # scikit-learn refuses documents without a single n-gram
        return
    ours = count_terms(texts, shortest, longest)
    apart = abs(theirs - smooth_tf_idf(ours)).max()
    same_terms = tuple(vectorizer.get_feature_names_out()) == ours.terms
    with st.expander(
        f"scikit-learn's own table of these documents: greatest difference from ours {apart:.1g}",
        icon=":material/verified:" if same_terms and apart < 1e-12 else ":material/error:",
    ):
        table = pd.DataFrame(theirs[:, :40].toarray(), columns=ours.terms[:40])
        st.dataframe(table, width="stretch")
        st.caption(
            "`TfidfVectorizer` with its defaults, but our words: its own pattern drops words of one letter. Its terms "
            "stand in alphabetical order; N and df are those of these documents alone."
        )


def weight_of_i() -> str:
    """Return the textbook weight of “I” in the first example's first document."""
    return f"{unfold(count_terms(TABLES['came']), 0, 'i', 'textbook').weight:g}"


@st.cache_data(max_entries=1, show_spinner=False)
def triples_in_words() -> str:
    """Say how many of the bundled reviews' different runs of three words come once."""
    counts = Counter(gram for text in review_corpus().train.texts for gram in n_grams(terms_of(text), 3))
    once = sum(times == 1 for times in counts.values())
    share = f"{once / len(counts):.0%}"
    return f"of the {len(counts):,} different runs of three words in the bundled reviews {share} come once"
