"""What to try with counts and their weights, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.lessons.counting.matrix import DOCUMENT, LONGEST, SHORTEST, TERM, Counted
from seqviz.text.counts import count_terms, terms_of
from seqviz.text.similarity import cosine_similarity
from seqviz.text.weighting import unfold
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.state.page_state import usable


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        counted: the documents with their matrix; None where there is nothing to count.
        is_corpus: whether they are a corpus.
        document: the row that is looked into, 0 the first.
        term: the column.
        shortest: n of the shortest n-grams that are counted.
        longest: n of the longest ones.
    """

    counted: Counted | None
    is_corpus: bool
    document: int
    term: str
    shortest: int
    longest: int


def on_screen(counted: Counted | None, is_corpus: bool) -> Screen:
    """Return what is on the screen at the moment."""
    document = min(usable(DOCUMENT), len(counted.texts) if counted else 1) - 1
    term, shortest = usable(TERM).strip().lower(), usable(SHORTEST)
    return Screen(counted, is_corpus, document, term, shortest, max(shortest, usable(LONGEST)))


def what_makes_them_alike(screen: Screen) -> Result:
    """Check that the chosen term stands in the first two documents, and say which part of their cosine it is."""
    counted = screen.counted
    if counted is None or len(counted.texts) < 2 or counted.weighting != "counts":
        return missing("Two documents are needed, with counts in the cells: *Set it up*.")
    if screen.term not in counted.matrix.terms:
        return missing(f"No document holds “{escaped(screen.term)}”.")
    rows = counted.weights[[0, 1]].toarray()
    cosine = _cosine(counted.texts, screen.shortest, screen.longest)
    column = rows[:, counted.matrix.terms.index(screen.term)]
    if not column.all():
        return missing(
            f"“{escaped(screen.term)}” comes {column[0]:.0f} and {column[1]:.0f} times in the first two documents: "
            f"a product of 0, which adds nothing to their cosine of {cosine:.2f}."
        )
    part = column.prod() / (rows[0] @ rows[1])
    return done(
        f"The first two documents have a cosine of {cosine:.2f}, and *{escaped(screen.term)}* makes {part:.0%} of it. "
        "Words that only mean the same add nothing."
    )


def pairs_alone(screen: Screen) -> Result:
    """Check that pairs alone are counted in two documents of the same words."""
    texts = screen.counted.texts[:2] if screen.counted else []
    words = [terms_of(text) for text in texts]
    if len(words) < 2 or words[0] == words[1] or sorted(words[0]) != sorted(words[1]):
        return missing("The first two documents should hold the same words in another order: *Set it up*.")
    singles = f"Single words give the first two documents a cosine of {_cosine(texts, 1, 1):.2f}"
    if screen.shortest != 2 or screen.longest != 2:
        return missing(f"{singles}. Count pairs alone, n-grams from 2 to 2.")
    return done(f"{singles}, pairs alone one of {_cosine(texts, 2, 2):.2f}.")


def _cosine(texts: Sequence[str], shortest: int, longest: int) -> float:
    return float(cosine_similarity(count_terms(texts[:2], shortest, longest).counts)[0, 1])


def nearly_all_zeros(screen: Screen) -> Result:
    """Check that words and pairs of a corpus are counted; say which share of the cells is 0 with and without pairs."""
    if screen.counted is None or not screen.is_corpus:
        return missing("Count a whole corpus.")
    matrix = screen.counted.matrix
    are_words = np.array([" " not in term for term in matrix.terms])
    words = matrix.counts[:, are_words]
    zeros = f"{1 - words.nnz / max(words.shape[0] * words.shape[1], 1):.2%} of {words.shape[1]:,} columns of words"
    if (screen.shortest, screen.longest) != (1, 2):
        return missing(f"Of the cells, {zeros} are 0. Count n-grams from 1 to 2.")
    return done(
        f"Of the cells, {zeros} are 0; with the pairs, {matrix.zero_share:.2%} of {len(matrix.terms):,} columns."
    )


def weighs_nothing(screen: Screen) -> Result:
    """Check that the chosen cell holds a term that comes and yet weighs nothing by the textbook's formula."""
    counted, term = screen.counted, screen.term
    if counted is None or term not in counted.matrix.terms:
        return missing(f"No document holds “{escaped(term)}”.")
    textbook, smooth = (
        unfold(counted.matrix, screen.document, term, formula) for formula in ("textbook", "smooth")
    )
    where = (
        f"“{escaped(term)}” comes {textbook.count} times in document {screen.document + 1}, and stands in "
        f"{textbook.document_frequency} of {textbook.num_documents} documents"
    )
    if textbook.count == 0 or textbook.weight > 0:
        return missing(f"{where}: its textbook weight is {textbook.weight:.4f}.")
    return done(f"{where}: its textbook weight is 0, as its idf is. scikit-learn's is {smooth.weight:.4f}.")


TASKS = (
    Task(
        "*old* and *used* mean nearly the same, and these two bikes are not quite strangers to the counts. By which "
        "word? Choose its cell.",
        {"documents": "bikes", "weighting": "counts", "n_from": 1, "n_to": 1, "document": 1, "term": "old"},
        what_makes_them_alike,
    ),
    Task(
        "The same words in another order: which cosine do single words give, and which do pairs alone?",
        {"documents": "order", "weighting": "counts", "n_from": 1, "n_to": 1},
        pairs_alone,
    ),
    Task(
        "Here a whole corpus is counted. What share of its cells is 0, and what share if pairs are counted too?",
        {"documents": "corpus", "weighting": "smooth", "n_from": 1, "n_to": 1, "document": 1, "term": ""},
        nearly_all_zeros,
    ),
    Task(
        "Find a term that comes in a document and yet weighs nothing by the textbook's formula. What does "
        "scikit-learn's give it?",
        {"documents": "came", "weighting": "textbook", "n_from": 1, "n_to": 1, "document": 1, "term": "came"},
        weighs_nothing,
    ),
)
