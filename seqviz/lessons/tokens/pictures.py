"""The pictures of the lesson on tokens and vocabularies: a batch, unknown words, Zipf's line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.corpora.records import Corpus
from seqviz.figures import vocabulary as figures
from seqviz.lessons.tokens.text import BATCH, COLUMNS, KEEP, LENGTH, MEASURED, Cut
from seqviz.text.measures import Frequencies, unknown_share, zipf_line
from seqviz.text.numbers_written import with_minus
from seqviz.text.padding import pad, trim
from seqviz.text.vocabulary import Vocabulary
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.texts.counted import counted_tokens
from seqviz.ui.texts.source import excerpt

ROWS = 12  # texts of the batch that are drawn


def show_zipf(corpus: Corpus, known: Frequencies, cut: Cut) -> None:
    """Draw the frequencies of the corpus against their ranks."""
    line = zipf_line(known.counts)
    measured = len(excerpt(corpus.train.texts, MEASURED))
    frame.figure(
        figures.zipf(known.tokens, known.counts, line.slope, line.scale),
        key="zipf",
        how_to_read=f"A point is a token of the corpus ({escaped(corpus.name)}, {measured:,} of "
        f"{len(corpus.train):,} texts): "
        f"to the right the rarer ones, upwards how often it occurs, both in powers of ten. Of "
        f"{len(known.tokens):,} different tokens {known.num_once:,} come once.{_counted(cut)} A straight line of slope "
        f"−1 is Zipf's law; the one fitted here has slope {with_minus(line.slope, '.2f')}.",
    )


def _counted(cut: Cut) -> str:
    return f" {counted_tokens(lower=cut.lower)}" if cut.kind == "words" else ""


def show_unknown(corpus: Corpus, known: Frequencies, cut: Cut, size: int) -> None:
    """Draw the share of unknown tokens in the validation texts against the vocabulary's size."""
    tokens = held_out_tokens(corpus, cut)
    if not tokens:
        return
    sizes = np.unique(np.geomspace(1, len(known.tokens), 80).astype(np.int64))
    chosen = min(size, len(known.tokens))
    share = float(unknown_share(known, tokens, np.array([chosen]))[0])
    frame.figure(
        figures.unknown_words(sizes, unknown_share(known, tokens, sizes), chosen, share),
        key="unknown",
        how_to_read=f"The vocabulary is made of the training texts, most frequent tokens first; the curve is "
        f"measured on {len(tokens):,} tokens of texts kept apart. With {chosen:,} tokens {share:.1%} of them are "
        "unknown.",
    )


def held_out_tokens(corpus: Corpus, cut: Cut) -> list[str]:
    """Cut those texts of a corpus that its vocabulary is not made of."""
    return [token for text in excerpt(corpus.validation.texts, MEASURED) for token in cut.tokens(text)]


def show_batch(cut: Cut, vocabulary: Vocabulary) -> None:
    """Let a person write a batch, and draw it padded and cut to one length."""
    batch = controls.passage(BATCH, "A batch: one text a line")
    left, right = st.columns(2)
    with left:
        length = controls.slider(LENGTH, "Length of every text")
    with right:
        keep = controls.choice(KEEP, "Of longer texts keep the")
    texts = texts_of(batch, cut)
    if not any(texts):
        st.info("There is no token in the batch yet. Write one text a line.", icon=":material/edit:")
        return
    frame.figure(
        figures.padded_batch(batch_cells(texts, vocabulary, length, keep), length),
        key="batch_figure",
        how_to_read=f"A row is a text, filled up to {length} with <pad> (grey) at its end. Green tokens have an id "
        f"of their own, purple ones are unknown; pale ones, outside the lines, are cut off. At most {ROWS} "
        f"texts and {COLUMNS} tokens of each are drawn.",
    )
    end: Literal["first", "last"] = "last" if keep == "last" else "first"
    ids, _ = pad([trim(vocabulary.ids(tokens), length, end) for tokens in texts], length)
    st.markdown(f"What the net gets: **{len(ids)} × {length} ids**. 0 is <pad>, 1 is <unk>.")
    st.dataframe(pd.DataFrame(ids, range(1, len(ids) + 1), range(1, length + 1)), width="stretch")


def texts_of(batch: str, cut: Cut) -> list[list[str]]:
    """Cut a batch, one text a line, into tokens."""
    return [cut.tokens(line) for line in batch.splitlines() if line.strip()][:ROWS]


def batch_cells(
    texts: Sequence[Sequence[str]], vocabulary: Vocabulary, length: int, keep: str
) -> list[dict[int, tuple[str, str]]]:
    """Return of each text: position, 1 the first one kept -> (what is written there, what it is)."""
    return [_cells(_drawn(tokens, keep), vocabulary, length, keep) for tokens in texts]


def _drawn(tokens: Sequence[str], keep: str) -> Sequence[str]:
    return tokens[-COLUMNS:] if keep == "last" else tokens[:COLUMNS]


def _cells(
    tokens: Sequence[str], vocabulary: Vocabulary, length: int, keep: str
) -> dict[int, tuple[str, str]]:
    cut_before = max(0, len(tokens) - length) if keep == "last" else 0
    cells = {place - cut_before + 1: (token, "cut off") for place, token in enumerate(tokens)}
    for position in range(1, length + 1):
        token, _ = cells.get(position, ("<pad>", ""))
        kind = "has an id" if token in vocabulary else "unknown"
        cells[position] = (token, kind if position in cells else "padding")
    return cells


def rare_half(known: Frequencies) -> float:
    """Return which share of all tokens the rarer half of the vocabulary makes up, 0 to 1."""
    return float(known.counts[len(known.counts) // 2 :].sum() / known.counts.sum())


def rare_half_in_words(known: Frequencies | None) -> str | None:
    """Return the option of the question that the corpus makes right."""
    if known is None:
        return None
    share = rare_half(known)
    if share < 0.1:
        return "less than a tenth"
    return "about a tenth to a quarter" if share < 0.375 else "about half"  # half-way between the two


def reveal_rare_half(known: Frequencies | None) -> None:
    """Say what share of the corpus its rarer half of words makes up."""
    if known is not None:
        st.markdown(
            f"The rarer half of {len(known.tokens):,} different tokens makes up **{rare_half(known):.1%}** of the "
            "corpus. That is why a vocabulary can leave out so many words and still know most of a text."
        )
