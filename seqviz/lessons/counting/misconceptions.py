"""What is often said of counts and TF-IDF, and what is so."""

from __future__ import annotations

from seqviz.lessons.counting import findings as picture

ONE_FORMULA = (
    "TF-IDF is one formula.",
    "There are several. The textbook's is count/length · ln(N/df). scikit-learn takes the plain count, "
    "adds one document that holds every term, adds 1 to the idf, and scales each row to length 1.",
)
EVERY_WORD = (
    "scikit-learn counts every word.",
    r"Its default pattern, `(?u)\b\w\w+\b`, drops words of one letter: “I came I saw” becomes *came*, *saw*.",
)
IMPORTANT_WORD = (
    "A high TF-IDF means an important word.",
    "It means a word that is frequent here and rare elsewhere. A misspelling is rare elsewhere too.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [ONE_FORMULA, EVERY_WORD, IMPORTANT_WORD, _longer_ngrams()]


def _longer_ngrams() -> tuple[str, str]:
    return (
        "Longer n-grams are better.",
        f"They keep some order, and pay for it: {picture.triples_in_words()} and never again.",
    )
