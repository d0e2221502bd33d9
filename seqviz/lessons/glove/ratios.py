"""GloVe's reason on a page: ratios of co-occurrence shares tell what two words differ in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from seqviz.corpora.records import CorpusError
from seqviz.embeddings.company_counts import CompanyCounts, Ratio, ratio_of
from seqviz.experiments.word_vectors.data import texts_of
from seqviz.experiments.word_vectors.review_counts import WINDOW, count_texts, num_reviews, review_counts
from seqviz.figures.ratios import ratio_chart
from seqviz.lessons.glove.ratio_findings import PUBLISHED, findings
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.markdown import escaped
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Text
from seqviz.ui.state.set_together import set_together
from seqviz.ui.texts.words import words_of
from seqviz.ui.vectors.text import corpus_setting, corpus_title

TWO = Text("two_words", "comedy horror", 60)
PROBES = Text("probes", "funny blood plot acting fashion", 200)
COUNTED_IN = Choice(
    "counted_in",
    ("reviews", "text"),
    "reviews",
    {"reviews": "Real film reviews", "text": "The text to learn from, below"}.__getitem__,
)
SETTINGS = (TWO, PROBES, COUNTED_IN)
MOST_PROBES = 12
SO_GLOVE_ASKS = (
    "So GloVe asks that the *difference* of two words' vectors, times the vector of a probe, be the logarithm of "
    "this ratio: (w₁ − w₂) · c = log P(k | 1) − log P(k | 2). That is so if w · c is log X but for a bias of each "
    "word, which is what is fitted below."
)
EXAMPLES: dict[str, dict[str, Any]] = {
    "comedy, horror": {"counted_in": "reviews", "two_words": TWO.default, "probes": PROBES.default},
    "war, romance": {
        "counted_in": "reviews",
        "two_words": "war romance",
        "probes": "soldiers love film snow",
    },
    "ice, steam": {
        "counted_in": "reviews",
        "two_words": "ice steam",
        "probes": "solid gas water fashion cream",
    },
    "king, queen in the small world": {
        "counted_in": "text",
        "corpus": "world",
        "two_words": "king queen",
        "probes": "beard gown kingdom royal sushi",
    },
}


@st.fragment
def ratios_part() -> None:
    """Draw what the ratio of two words' shares says of some probe words, with its interval."""
    st.subheader("GloVe's reason: ratios tell what two words differ in")
    with st.container(horizontal=True):
        for label, values in EXAMPLES.items():
            st.button(label, key=f"ratios:{label}", on_click=set_together, args=(values,))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        two = _words(controls.line(TWO, "Two words"))
        probes = _words(controls.line(PROBES, "Probe words"))[:MOST_PROBES]
        source = controls.choice(COUNTED_IN, "Counted in")
    if len(two) != 2 or not probes:
        st.info("Two different words and at least one probe word are needed.", icon=":material/edit:")
        return
    try:
        company = _company(source, two, probes)
    except CorpusError as error:
        st.warning(escaped(str(error)), icon=":material/broken_image:")
        return
    found = ratios_of(company, two, probes)
    _say_if_missing(company, two, [*two, *probes], source)
    if found:
        totals = tuple(int(company.totals[row]) for word in two if (row := company.row(word)) is not None)
        _draw(two, found, totals, source)
        st.markdown(SO_GLOVE_ASKS)


def _words(written: str) -> list[str]:
    return list(dict.fromkeys(words_of(written)))


def on_screen() -> tuple[list[str], list[Ratio]]:
    """Return the two words on the screen, and the ratio of every probe word that is counted."""
    two, probes = (_words(page_state.usable(setting)) for setting in (TWO, PROBES))
    if len(two) != 2 or not probes:
        return two, []
    try:
        company = _company(page_state.usable(COUNTED_IN), two, probes)
    except CorpusError:
        return two, []  # the page says so
    return two, ratios_of(company, two, probes[:MOST_PROBES])


def _company(source: str, two: list[str], probes: list[str]) -> CompanyCounts:
    """Return the counts of the reviews or of a text.

    Raises:
        CorpusError: if the text cannot be read.
    """
    return review_counts() if source == "reviews" else _counted(_spec(), (*two, *probes))


def _spec() -> str:
    return str(page_state.value(corpus_setting()))


@st.cache_data(max_entries=16, show_spinner="Counting …")
def _counted(spec: str, words: tuple[str, ...]) -> CompanyCounts:
    texts: Iterable[str] = texts_of(spec)[1]
    return count_texts(texts, [word.lower() for word in words])


def ratios_of(company: CompanyCounts, two: list[str], probes: list[str]) -> list[Ratio]:
    """Return the ratio of every probe that is counted; none if one of the two words is not."""
    one, other = (company.row(word) for word in two)
    if one is None or other is None or not (company.totals[one] and company.totals[other]):
        return []
    rows = [company.row(probe) for probe in probes]
    return [ratio_of(company, one, other, row) for row in rows if row is not None and row not in (one, other)]


def _say_if_missing(company: CompanyCounts, two: list[str], words: list[str], source: str) -> None:
    missing = [word for word in words if company.row(word) is None]
    if not missing:
        return
    need = " Two words that are counted are needed." if any(company.row(word) is None for word in two) else ""
    if source == "reviews":
        told = f"No counts come with the app for {', '.join(missing)}.{need} Counted are: {', '.join(company.words)}."
    else:
        told = f"Not in this text: {', '.join(missing)}.{need}"
    st.info(escaped(told), icon=":material/search_off:")


def _draw(two: list[str], found: list[Ratio], totals: tuple[int, ...], source: str) -> None:
    one, other = map(escaped, two)
    text = (
        f"{counted(num_reviews(), 'different review')} of IMDB's training part (Maas et al. 2011)"
        if source == "reviews"
        else escaped(corpus_title(_spec()))
    )
    left, right = st.columns([3, 2])
    with left:
        frame.figure(
            _chart(found, (two[0], two[1])),
            key="ratios",
            how_to_read=f"To the right a probe word stands near *{one}* more than near *{other}*, to the left less; at "
            "1 it tells nothing about their difference. The bars are 95% intervals: the fewer meetings, the wider. "
            f"Counted within {WINDOW} words in {text}: {totals[0]:,} words near *{one}*, {totals[1]:,} near *{other}*. "
            f"A probe's share of the former is P(k | {one}), of the latter P(k | {other}); drawn is their ratio.",
        )
    right.dataframe(_table(found, two), hide_index=True, key="ratio_table")
    right.markdown(findings(found, (two[0], two[1])))
    if (two[0].lower(), two[1].lower()) == ("ice", "steam"):
        _published(found)


def _chart(found: list[Ratio], two: tuple[str, str]) -> go.Figure:
    return ratio_chart(
        [ratio.probe for ratio in found],
        np.array([ratio.counts for ratio in found]),
        np.array([(ratio.ratio, ratio.low, ratio.high) for ratio in found]),
        two,
    )


def _published(found: list[Ratio]) -> None:
    near_ice, near_steam = (sum(ratio.counts[k] for ratio in found) for k in (0, 1))
    st.markdown(
        f"Here all these probes stand near *ice* {near_ice} times and near *steam* {near_steam} times. **The paper's "
        "table**, from 6 billion words (Pennington et al. 2014, Table 1):"
    )
    st.dataframe(pd.DataFrame(PUBLISHED), hide_index=True, key="published_ratios")


def _table(found: list[Ratio], two: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "probe k": [ratio.probe for ratio in found],
            f"near {two[0]}": [ratio.counts[0] for ratio in found],
            f"near {two[1]}": [ratio.counts[1] for ratio in found],
            "ratio": [f"{ratio.ratio:.2f}".replace("inf", "∞").replace("nan", "–") for ratio in found],
        }
    )
