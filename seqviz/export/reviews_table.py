"""A corpus of reviews as the table that scripts read."""

from __future__ import annotations

import csv
import io

from seqviz.corpora.loading import load_corpus


def reviews_table(spec: str) -> str:
    """Return a corpus as CSV, a review in each row, with the columns part, label, text.

    Raises:
        CorpusError: if the corpus cannot be had.
    """
    corpus = load_corpus(spec)
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["part", "label", "text"])
    for part in ("train", "validation", "test"):
        texts = getattr(corpus, part)
        if texts is not None:
            writer.writerows(
                (part, label, text) for text, label in zip(texts.texts, texts.labels, strict=True)
            )
    return table.getvalue()
