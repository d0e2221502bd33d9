"""What the Bias page checks: the guarantees, and whether the bias is gone."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.bias_recovery import SHUFFLES, Recovery, recover
from seqviz.embeddings.debias import along
from seqviz.embeddings.space import WordVectors
from seqviz.lessons.bias.bench import Bench
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Text
from seqviz.ui.texts.words import words_of

COMPARED = Text("compared_with", "wisdom baby kitchen career", 200)
SETTINGS = (COMPARED,)
FEWEST = 8  # words of which the counter-test can be made
GRANDPARENTS = ("grandmother", "grandfather")


def guarantees_part(bench: Bench) -> None:
    """Check what hard debiasing promises, on these very numbers."""
    st.subheader("What is guaranteed, checked")
    left = along(bench.after.subset(bench.neutral).units, bench.direction.axes)
    promises = {
        "the largest component of a neutralised word along the direction": np.linalg.norm(left, axis=1).max(),
        "the largest difference between its distances to two words of an equalised set": _largest_gap(bench),
    }
    for text, value in promises.items():
        holds = value < 1e-6
        icon = ":material/check:" if holds else ":material/close:"
        st.markdown(f"{icon} {text[0].upper() + text[1:]}: **{value:.2e}**{'' if holds else ' (not 0)'}")
    if bench.strength < 100:
        st.caption("The guarantees hold at 100% only; below, part of the direction is left on purpose.")
    _grandfather(bench)


def _largest_gap(bench: Bench) -> float:
    neutral = bench.after.subset(bench.neutral).units
    gaps = [0.0]
    for words in bench.equalised:
        distances = [np.linalg.norm(neutral - bench.after.unit(word), axis=1) for word in words]
        gaps.append(float(np.ptp(distances, axis=0).max()))
    return max(gaps)


def _grandfather(bench: Bench) -> None:
    """Check that a pair whose gender is its meaning keeps it: she : grandmother :: he : grandfather."""
    words = ("she", "grandmother", "he", "grandfather")
    if len(bench.before.known(words)) < 4:
        return
    ranks = (vectors.place_in_analogy(*words) for vectors in (bench.before, bench.after))
    st.markdown(grandfather_in_words(*ranks))
    _compare_grandparents(bench)


def _compare_grandparents(bench: Bench) -> None:
    """Set neutral words between grandmother and grandfather: near the one before, equally far from both after."""
    if not any(set(GRANDPARENTS) <= set(words) for words in bench.equalised):
        return
    asked = words_of(controls.line(COMPARED, "Neutral words beside *grandmother* and *grandfather*"))
    words = [word for word in bench.before.known(asked) if word not in bench.meaning_it]
    if not words:
        st.info("Name words with a vector that should be neutral, such as wisdom.", icon=":material/edit:")
        return
    columns: dict[str, list[str] | list[float]] = {"word": words}
    for name, vectors in (("before", bench.before), ("after", bench.after)):
        for end in GRANDPARENTS:
            columns[f"{end}, {name}"] = [round(vectors.similarity(word, end), 3) for word in words]
    st.dataframe(pd.DataFrame(columns), hide_index=True, key="grandparents")
    st.markdown(apart_in_words(bench, words))


def apart_in_words(bench: Bench, words: list[str]) -> str:
    """Say which word is most unequally near to the grandparents before, and what is left of that after."""
    she, he = GRANDPARENTS
    gaps = [
        np.array([vectors.similarity(word, she) - vectors.similarity(word, he) for word in words])
        for vectors in (bench.before, bench.after)
    ]
    row = int(np.abs(gaps[0]).argmax())
    nearer = she if gaps[0][row] > 0 else he
    left = float(np.abs(gaps[1]).max())
    after = "none differs now" if left < 1e-6 else f"the largest difference is {left:.2f}"
    return (
        f"**How to read it.** Cosines. Before, *{escaped(words[row])}* is nearer to *{nearer}* by "
        f"{abs(gaps[0][row]):.2f}, the most of these; after debiasing {after}."
    )


def grandfather_in_words(before: int, after: int) -> str:
    """Say whether *grandfather* is found as well after debiasing as before, by its ranks among all words."""
    kept = after <= before
    return (
        f"{':material/check:' if kept else ':material/close:'} *she : grandmother :: he : ?* The rank of "
        f"*grandfather* among all words was **{before}** and is **{after}**: here words whose gender is their "
        f"meaning {'keep it' if kept else 'lose some of it'}."
    )


def counter_part(bench: Bench) -> None:
    """Test whether the bias can still be found in what the words are near to."""
    st.subheader("The honest counter-test: is it gone?")
    if len(bench.neutral) < FEWEST:
        st.info(f"The test needs at least {FEWEST} words, not {len(bench.neutral)}.", icon=":material/edit:")
        return
    found = counted_again(bench, bench.after)
    with st.container(horizontal=True):
        st.metric("Classifier accuracy, before", f"{found.told_before:.0%}", width="content")
        st.metric("after", f"{found.told_after:.0%}", width="content")
        st.metric("Neighbours from the same side, before", f"{found.near_before:.0%}", width="content")
        st.metric("after", f"{found.near_after:.0%}", width="content")
    st.markdown(verdict(found))
    low, high = map(escaped, bench.ends)
    left_out = "; the one in the middle is left out" if found.num_words < len(bench.neutral) else ""
    st.caption(
        f"{found.num_words} of the {len(bench.neutral)} words are split into those that leaned to *{low}* and those "
        f"that leaned to *{high}*{left_out}. A logistic regression, cross-validated, tries to predict the half from "
        f"the vector; next to it, the share of a word's {found.num_neighbours} nearest neighbours among these words "
        f"that come from its own half. The control: with the sides assigned at random, the best of {SHUFFLES} tries "
        f"reaches {found.told_by_chance:.0%} and {found.near_by_chance:.0%} after debiasing."
    )


def counted_again(bench: Bench, after: WordVectors) -> Recovery:
    """Test what the vectors after debiasing still show of the neutral words' sides."""
    before, after = (vectors.subset(bench.neutral) for vectors in (bench.before, after))
    return _recovered(before.words, before.vectors, after.vectors, bench.direction.direction)


@st.cache_data(max_entries=64, show_spinner="Testing whether the sides can still be found …")
def _recovered(
    words: tuple[str, ...], before: np.ndarray, after: np.ndarray, direction: np.ndarray
) -> Recovery:
    return recover(WordVectors(words, before), WordVectors(words, after), words, direction)


def verdict(found: Recovery) -> str:
    """Say what the counter-test has shown, and no more."""
    told = found.told_after > found.told_by_chance
    near = found.near_after > found.near_by_chance
    if told and near:
        return (
            "**Not gone.** The direction has been taken out, but words that leaned to the same side are "
            "still near each other, and a classifier finds the side."
        )
    if told or near:
        found_by = "a classifier still finds the side" if told else "words of one side are still neighbours"
        return (
            f"**Not all gone.** The direction has been taken out, but {found_by} better than chance explains."
        )
    return (
        "**These words cannot settle it**: random sides do as well. With so few words that does not prove that "
        "nothing is left; in vectors from large corpora, with many words, a classifier usually still finds the side."
    )
