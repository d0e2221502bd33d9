"""Counts of words near each other in real film reviews, which come with the app; and the same of any other text.

`python -m seqviz.experiments.word_vectors.review_counts [FILE]` counts again. The reviews are the training part of
IMDB (Maas et al. 2011); only these counts of them are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from seqviz.corpora.loading import load_texts
from seqviz.corpora.real_data import REVIEWS, make_again
from seqviz.embeddings.company_counts import CompanyCounts, count_company
from seqviz.experiments.word_vectors.data import number_text

ASSET = Path(__file__).resolve().parents[3] / "assets" / "corpora" / "review_counts.json"
WINDOW = 10
ALL_WORDS = 10_000_000
#: The words that are counted, by what people may ask with them.
WORDS = (
    "comedy horror thriller romance drama western musical war documentary animation vampire zombie ghost robot alien "
    "funny laugh laughs jokes hilarious humor blood gore scary suspense fear tension love kiss wedding sad tears "
    "cowboy sheriff gun horse song songs singing dance music battle soldiers army facts history interviews drawn "
    "disney film movie plot story acting actor actress director scene scenes ending book novel "
    "husband wife king queen summer winter "
    "ice steam solid gas water fashion cold hot cream train engine snow beach"
)


def count_texts(texts: Iterable[str], words: Sequence[str], window: int = WINDOW) -> CompanyCounts:
    """Count what stands near some words of some texts; windows do not reach across texts.

    Raises:
        CorpusError: if the texts have no word.
    """
    numbered = number_text("The text", texts, max_words=ALL_WORDS)
    return count_company(numbered.corpus, numbered.vocabulary, words, window)


def make_review_counts(source: Path, path: Path = ASSET) -> None:
    """Count the company of WORDS in a table of reviews, each different review once, and keep the counts.

    Args:
        source: a CSV of reviews, as `load_texts` takes it.
        path: of the JSON file.

    Raises:
        CorpusError: if the table cannot be read.
    """
    texts = dict.fromkeys(text.replace("<br />", " ") for text in load_texts(source).texts)
    counted = count_texts(texts, WORDS.split())
    table = {
        "source": "IMDB Large Movie Review Dataset, training part (Maas et al. 2011): counts alone, no text",
        "num_texts": len(texts),
        "window": WINDOW,
        "words": counted.words,
        "totals": counted.totals.tolist(),
        "counts": counted.counts.tolist(),
    }
    path.write_text(
        "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in table.items()) + "\n}\n"
    )


@cache
def review_counts() -> CompanyCounts:
    """Return the counts that come with the app."""
    table = json.loads(ASSET.read_text(encoding="utf-8"))
    return CompanyCounts(tuple(table["words"]), np.array(table["totals"]), np.array(table["counts"]))


@cache
def num_reviews() -> int:
    """Return how many different reviews were counted."""
    return int(json.loads(ASSET.read_text(encoding="utf-8"))["num_texts"])


if __name__ == "__main__":
    make_again(ASSET, make_review_counts, REVIEWS)
