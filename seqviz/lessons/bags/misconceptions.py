"""What is often said of bags of words, and what is so."""

from __future__ import annotations

from seqviz.lessons.bags.readers import accuracies_in_words
from seqviz.lessons.bags.sentences import cosine_of_bags
from seqviz.lessons.bags.synonyms import synonyms_in_words

NOT_BAD = ("good, not bad", "bad, not good")
ALWAYS_RIGHT = (
    "A trained net is right about any sentence.",
    "This one learned from generated reviews. A word that it has never seen is <unk> to it, and a "
    "row of shuffled words is not a sentence; its answer there means little, however sure it sounds.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [
        _no_negation(),
        _nets_are_better(),
        _same_meaning(),
        _synonym_in_place(),
        ALWAYS_RIGHT,
    ]


def _no_negation() -> tuple[str, str]:
    return (
        "A bag of words cannot see a negation.",
        "It sees that *not* is there: “I do not love …” gets another vector than “I love …”. What it cannot see is "
        f"what the *not* belongs to: “good, not bad” and “bad, not good” have the cosine {_cosine(*NOT_BAD):.0f}.",
    )


def _nets_are_better() -> tuple[str, str]:
    return (
        "So recurrent nets are always better.",
        "On long film reviews a bag of words and pairs is hard to beat by a small net: there are so many words of "
        f"praise and blame that order matters little. On the {accuracies_in_words()}",
    )


def _same_meaning() -> tuple[str, str]:
    return (
        "TF-IDF knows which words mean the same.",
        "It weighs columns, and each spelling has its own. *old* and *used* are as far from each other as *old* "
        f"and *banana*: their cosines are {_cosine('old', 'used'):.0f} and {_cosine('old', 'banana'):.0f}.",
    )


def _synonym_in_place() -> tuple[str, str]:
    return ("A synonym in its place changes nothing.", synonyms_in_words())


def _cosine(one: str, other: str) -> float:
    return cosine_of_bags(one, other, weighting="counts", n=1)
