"""What each word did to a net's answer: the coloured words, and what is to be said beside them."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.experiments.sentiment.trained import EncodedText, SentimentReader
from seqviz.text.numbers_written import with_minus
from seqviz.text.stop_words import stop_words
from seqviz.ui.markdown import escaped
from seqviz.ui.widgets.word_strip.word_strip import word_strip

LABEL = "Each word's contribution to the log-odds of positive"
LEGEND = ("moves the answer towards negative", "towards positive")
UNIT = " log-odds"
MOST_UNKNOWN_SHOWN = 8
TURNED = 1.0  # log-odds: e times the odds; weaker signs are not worth a sentence
MOST_TURNED = 2


def contributions_strip(
    net: SentimentReader, text: EncodedText, contributions: np.ndarray, *, key: str
) -> None:
    """Show a text coloured by what each word did, the unknown ones marked, and name words that are turned round.

    Args:
        net: the net that read.
        text: what it read.
        contributions: of each token, by occlusion, (num_tokens,), in log-odds.
        key: names the element on the page.
    """
    word_strip(
        text.tokens,
        contributions,
        key=key,
        label=LABEL,
        legend=LEGEND,
        unit=UNIT,
        unknown=text.is_unknown.tolist(),
    )
    if said := turned_round(text.tokens, contributions, net.contributions_alone(text)):
        st.markdown(said)


def turned_round(tokens: tuple[str, ...], here: np.ndarray, alone: np.ndarray) -> str:
    """Name the words that do in their text the opposite of what they do by themselves; stop words are left out.

    Args:
        tokens: (num_tokens,).
        here: (num_tokens,), what each does in its text, in log-odds.
        alone: (num_tokens,), what each does where it is the whole text.

    Returns:
        A sentence of Markdown, or "" where no word is turned round.
    """
    plainly = np.minimum(np.abs(here), np.abs(alone))
    turned = [
        k
        for k in np.argsort(-plainly, kind="stable")
        if plainly[k] >= TURNED and here[k] * alone[k] < 0 and _is_telling(tokens[k])
    ]
    if not turned:
        return ""
    told = {
        tokens[
            k
        ]: f"*{escaped(tokens[k])}* by itself speaks for {_side(alone[k])} ({with_minus(alone[k], '+.2f')}), here "
        f"for {_side(here[k])} ({with_minus(here[k], '+.2f')})"
        for k in turned[: 4 * MOST_TURNED]
    }
    return (
        f"The rest of the text turns some words around: {'; '.join(list(told.values())[:MOST_TURNED])}; "
        "the numbers are log-odds of positive."
    )


def _is_telling(token: str) -> bool:
    """Tell whether a token has a meaning of its own: "i" leans to a side by itself, but nobody asks why."""
    return token.isalpha() and token not in stop_words()


def _side(value: float) -> str:
    return "positive" if value > 0 else "negative"


def say_what_was_lost(text: EncodedText) -> None:
    """Say what of the text the net does not know, and what was cut off."""
    if text.num_trimmed:
        st.info(
            f"The net was trained on at most {len(text.tokens)} tokens: of this text, "
            f"{text.num_trimmed:,} more were cut off.",
            icon=":material/content_cut:",
        )
    if text.is_unknown.all():
        st.warning(
            "The net knows none of these words: it has read the one unknown word and nothing else. "
            "Its answer says nothing about this text.",
            icon=":material/help:",
        )
    elif text.unknown:
        st.caption(f"{_unknown(text)} ({text.is_unknown.mean():.0%} of the tokens).")


def _unknown(text: EncodedText) -> str:
    shown = ", ".join(f"“{escaped(token)}”" for token in text.unknown[:MOST_UNKNOWN_SHOWN])
    left = len(text.unknown) - MOST_UNKNOWN_SHOWN
    more = f" and {left} more" if left > 0 else ""
    return f"The net has never seen {shown}{more}: it reads the one unknown word there"
