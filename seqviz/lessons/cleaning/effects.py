"""What a chain of cleaning steps does to a whole corpus."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

import pandas as pd
import streamlit as st

from seqviz.corpora.records import Corpus, LabelledTexts
from seqviz.figures.cleaning import chain_effect
from seqviz.text.chain import STEPS, USUAL, Options
from seqviz.text.losses import Effect, corpus_effects
from seqviz.ui import frame
from seqviz.ui.markdown import escaped
from seqviz.ui.texts.counted import counted_tokens
from seqviz.ui.texts.source import excerpt

MEASURED = 1_000_000  # characters of a corpus that are measured


def _key(options: Options) -> tuple[str, ...]:
    """Options as Streamlit can tell them apart: it knows two equal sets only if they were made the same way."""
    return options.stemmer, options.dictionary, options.kept, " ".join(sorted(options.dropped))


TOLD_APART: dict[str | type, Any] = {Options: _key, LabelledTexts: attrgetter("digest")}


@st.cache_data(max_entries=16, show_spinner="Cleaning the corpus …", hash_funcs=TOLD_APART)
def measure(
    train: LabelledTexts, num_characters: int, order: tuple[str, ...], options: Options
) -> list[Effect]:
    """Measure texts, up to so many characters of them, as they came and after every step of a chain."""
    return corpus_effects(excerpt(train.texts, num_characters), order, options)


def effects_of(corpus: Corpus | None, order: tuple[str, ...], options: Options) -> list[Effect]:
    """Measure a corpus, if there is one."""
    return measure(corpus.train, MEASURED, order, options) if corpus else []


def show_effects(corpus: Corpus | None, effects: Sequence[Effect]) -> None:
    """Draw what the chain does to the corpus, and two of its texts that it made equal."""
    if corpus is None or len(effects) < 2:
        return
    titles = ["as written", *(STEPS[effect.step].title for effect in effects[1:])]
    figure = chain_effect(titles, [e.num_tokens for e in effects], [e.num_words for e in effects])
    measured = len(excerpt(corpus.train.texts, MEASURED))
    frame.figure(
        figure,
        key="chain",
        how_to_read=f"Each point is the corpus after a step, in percent of {effects[0].num_tokens:,} tokens and "
        f"{effects[0].num_words:,} different ones. {counted_tokens(lower=False)} Measured on {measured:,} of "
        f"{len(corpus.train):,} texts: {escaped(corpus.name)}.",
    )
    merges = [(effect.step, effect.merged) for effect in effects[1:] if effect.merged]
    if merges:
        step, (one, other, became) = merges[0]
        st.markdown(f"Two texts of the corpus that *{STEPS[step].title}* made equal:")
        st.code(f"{one}\n{other}\n→ {became}", language=None, wrap_lines=True)


def greatest(corpus: Corpus | None) -> str | None:
    """Return the title of the usual step that takes the most words out of the corpus's vocabulary."""
    effects = effects_of(corpus, USUAL, Options())
    if not effects:
        return None
    before_and_after = zip(effects, effects[1:], strict=False)
    return STEPS[max(before_and_after, key=lambda pair: pair[0].num_words - pair[1].num_words)[1].step].title


def reveal_greatest(corpus: Corpus | None) -> None:
    """Show how many words each usual step takes out of the vocabulary."""
    effects = effects_of(corpus, USUAL, Options())
    rows = [
        {"step": STEPS[after.step].title, "words it removes": before.num_words - after.num_words}
        for before, after in zip(effects, effects[1:], strict=False)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True)
