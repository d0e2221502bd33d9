"""Three long reviews, judged by the nets that come with the app, beside what an article's net said of its own three."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.corpora.long_reviews import LongReview, long_reviews
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences import learned_from, readers


def long_reviews_part() -> None:
    """Show who judged what, and how many were right."""
    with st.expander("Three long reviews, judged by every net", icon=":material/fact_check:"):
        verdicts = answers()
        st.table(
            pd.DataFrame([_row(one, verdicts[one.title]) for one in long_reviews()]).set_index("review").T
        )
        st.markdown(
            "**How to read it.** A cell is the class that a net chose and the probability it gave to it; ✗ stands "
            f"where that is not what the author meant. {_said(verdicts)} The buttons above the box put a review "
            "into it: there one sees at which words a net made up its mind."
        )
        st.caption(
            "The last row is quoted from an article on IMDB reviews with a Keras LSTM. It is about three other long "
            "reviews, its own, of the same kinds: its net gave 0.800 to the wrong class of the second. A high "
            "probability says how sure a net is, not that it is right."
        )


@st.cache_data(max_entries=1, show_spinner=False)
def answers() -> dict[str, dict[str, float]]:
    """Return the probability of positive: a review's title -> a net's id -> what it says."""
    nets = {net_id: readers.reader(net_id) for net_id in (*readers.names_with_the_app(), BUNDLED)}
    return {
        one.title: {net_id: net.positive(net.encode(one.text)) for net_id, net in nets.items()}
        for one in long_reviews()
    }


def is_right(review: LongReview, positive: float) -> bool:
    """Tell whether a probability of positive is on the author's side."""
    return (positive >= 0.5) == (review.label == "positive")


def _row(review: LongReview, positive: dict[str, float]) -> dict[str, str]:
    row = {"review": review.title, "meant as": review.label}
    row |= {
        learned_from.short(net_id): _cell(
            "positive" if p >= 0.5 else "negative", max(p, 1 - p), is_right(review, p)
        )
        for net_id, p in positive.items()
    }
    article = review.article
    return row | {
        "an article's net, on its own review": _cell(article.answer, article.probability, article.right)
    }


def _cell(answer: str, probability: float, right: bool) -> str:
    return f"{answer} {probability:.3f}{'' if right else ' ✗'}"


def _said(verdicts: dict[str, dict[str, float]]) -> str:
    """Say how many of the judgements are right, of the nets of real reviews and of the one of generated ones."""
    real = [
        is_right(one, verdicts[one.title][name])
        for one in long_reviews()
        for name in readers.names_with_the_app()
    ]
    own = [is_right(one, verdicts[one.title][BUNDLED]) for one in long_reviews()]
    return (
        f"The nets that learned from real reviews get {sum(real)} of {len(real)} right, the one that learned from the "
        f"generated ones {sum(own)} of {len(own)}. To the first, {_unknown(readers.OPENS_WITH):.1%} of these words are "
        f"unknown, to the last {_unknown(BUNDLED):.0%}."
    )


def _unknown(net_id: str) -> float:
    """Return the share of the reviews' tokens that a net does not know."""
    net = readers.reader(net_id)
    return float(np.mean(np.concatenate([net.encode(one.text).is_unknown for one in long_reviews()])))
