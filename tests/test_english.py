"""How the app's sentences are written: numbers, units and terms in one way everywhere, in plain current English."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

#: What is not written, and what is written instead. Each begins with letters: so all files are searched in a moment.
ONE_WAY = {
    r"[\d}] %": "95%, as Python's own format writes it",
    r"[^\d.]\d{1,3} 000\b": "10,000",
    "per cent": "percent",
    r"bits(\*\*)? a ": "bits per character",
    r"(nats|numbers) a token\b": "per token",
    "‹unk›": "<unk>",
    "one-directional": "unidirectional",
    "hidden-state": "hidden state",
    "cell-state": "cell state",
    "log odds": "log-odds",
    "feedforward": "feed-forward",
    "Word2Vec": "Word2vec, and word2vec inside a sentence",
    "Fasttext": "fastText",
    "TFIDF|tf-idf": "TF-IDF",
    " stopword": "stop words",
    "back-propagation": "backpropagation",
    "nought": "zero, or 0",
    r" anew\b": "again",
    " rightly": "correctly",
    "fell away": "was cut off",
    r"the surer\b|surest": "more, or most, confident",
    r"laid over|lay \w+ runs over": "compare with other runs",
    r"takes? \w+ for the same": "look identical to",
    "while it learns": "during training",
    "foretold": "predicted",
}
FILES = [
    path
    for room, endings in {"seqviz": (".py", ".js"), "pages": (".py",), "assets": (".toml",)}.items()
    for path in sorted((ROOT / room).rglob("*"))
    if path.suffix in endings
]


def faults(text: str) -> list[str]:
    """Return what stands in a text in another way than the app writes it, and the way it does."""
    return [f"{found[0]!r}: {way}" for other, way in ONE_WAY.items() if (found := re.search(other, text))]


@pytest.mark.parametrize(
    "said", ["95 % of them", 'f"{share} %"', "of 10 000 words", "Train anew", "the lower the surer"]
)
def test_another_way_is_noticed(said):
    assert len(faults(said)) == 1


@pytest.mark.parametrize("said", ["95% of them", "10,000 words", "--anew", "5 times 1000", "rest % 7"])
def test_what_is_meant_to_be_is_let_through(said):
    assert faults(said) == []


def test_all_files_are_written_in_one_way():
    assert faults("\n".join(path.read_text(encoding="utf-8") for path in FILES)) == []
