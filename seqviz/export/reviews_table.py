"""A corpus of reviews as the table that scripts read."""

from __future__ import annotations

import csv
import io

from seqviz.corpora.records import Corpus


def reviews_table(corpus: Corpus) -> str:
    """Return a corpus as CSV, a review in each row, with the columns part, label, text."""
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
