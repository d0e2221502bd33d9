"""What the Bias page checks: the guarantees, analogies before and after, and whether the bias is gone."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.bias_recovery import SHUFFLES, Recovery, recover
from seqviz.embeddings.debias import component
from seqviz.embeddings.space import WordVectors
from seqviz.lessons.bias.direction import Bench
from seqviz.lessons.bias.remark import remark
from seqviz.ui import controls
from seqviz.ui.state.address import Text

QUESTION = Text("asked_for", "programmer", 40)
SETTINGS = (QUESTION,)


def guarantees_part(bench: Bench) -> None:
    """Check what hard debiasing promises, on these very numbers."""
    st.subheader("What is guaranteed, checked")
    direction = bench.direction.direction
    largest = float(np.abs(component(bench.after.subset(bench.neutral).units, direction)).max())
    gap = _largest_gap(bench)
    promises = {
        "the largest component of a neutralised word along the direction": largest,
        "the largest difference between its distances to the two words of an equalised pair": gap,
    }
    for text, value in promises.items():
        holds = value < 1e-6
        icon = ":material/check:" if holds else ":material/close:"
        st.markdown(f"{icon} {text[0].upper() + text[1:]}: **{value:.2e}**{'' if holds else ' (not 0)'}")
    if bench.strength < 100:
        st.caption("The guarantees hold at 100 % only; below, part of the direction is left on purpose.")
    _grandfather(bench)


def _largest_gap(bench: Bench) -> float:
    neutral = bench.after.subset(bench.neutral).units
    gaps = [0.0]
    for she, he in bench.equalised:
        distances = [np.linalg.norm(neutral - bench.after.unit(word), axis=1) for word in (she, he)]
        gaps.append(float(np.abs(distances[0] - distances[1]).max()))
    return max(gaps)


def _grandfather(bench: Bench) -> None:
    """Check that a pair whose gender is its meaning keeps it: she : grandmother :: he : grandfather."""
    words = ("she", "grandmother", "he", "grandfather")
    if len(bench.before.known(words)) < 4:
        return
    st.markdown(grandfather_in_words(*(_rank(vectors, *words) for vectors in (bench.before, bench.after))))


def grandfather_in_words(before: int, after: int) -> str:
    """Say whether *grandfather* is found as well after debiasing as before, by its ranks among all words."""
    kept = after <= before
    return (
        f"{':material/check:' if kept else ':material/close:'} *she : grandmother :: he : ?* The rank of "
        f"*grandfather* among all words was **{before}** and is **{after}**: here words whose gender is their "
        f"meaning {'keep it' if kept else 'lose some of it'}."
    )


def _rank(vectors: WordVectors, a: str, b: str, c: str, wanted: str) -> int:
    nearest = vectors.analogy(a, b, c, len(vectors)).nearest
    return 1 + [n.word for n in nearest].index(vectors.words[vectors.find(wanted)])


def analogy_part(bench: Bench) -> None:
    """Ask "he is to X as she is to …?" before and after."""
    st.subheader("Analogies before and after")
    word = controls.line(QUESTION, "he : this word :: she : ?").strip()
    if len(bench.before.known(["he", "she", word])) < 3:
        st.info("One of the words has no vector.", icon=":material/edit:")
        return
    word = bench.before.words[bench.before.find(word)]
    answers = []
    for column, title, vectors in zip(
        st.columns(2), ("Before", "After"), (bench.before, bench.after), strict=True
    ):
        nearest = vectors.analogy("he", word, "she", 6).nearest
        answers.append([n.word for n in nearest])
        column.markdown(f"**{title}**")
        table = {"word": [n.word for n in nearest], "cosine": [round(n.cosine, 3) for n in nearest]}
        column.dataframe(pd.DataFrame(table), hide_index=True, key=f"analogies_{title}")
    if all(answers):
        st.markdown(f"**How to read it.** {remark(bench, word, *answers)}")


def counter_part(bench: Bench) -> None:
    """Test whether the bias can still be found in what the words are near to."""
    st.subheader("The honest counter-test: is it gone?")
    if len(bench.neutral) < 8:
        st.info(f"The test needs at least 8 words; there are {len(bench.neutral)}.", icon=":material/edit:")
        return
    found = counted_again(bench, bench.after)
    with st.container(horizontal=True):
        st.metric("Classifier accuracy, before", f"{found.told_before:.0%}", width="content")
        st.metric("after", f"{found.told_after:.0%}", width="content")
        st.metric("Neighbours from the same side, before", f"{found.near_before:.0%}", width="content")
        st.metric("after", f"{found.near_after:.0%}", width="content")
    st.markdown(verdict(found))
    left_out = "; the one in the middle is left out" if found.num_words < len(bench.neutral) else ""
    st.caption(
        f"{found.num_words} of the {len(bench.neutral)} words are split into those that leaned to *she* and those "
        f"that leaned to *he*{left_out}. A logistic regression, cross-validated, tries to predict the half from the "
        f"vector; next to it, the share of a word's {found.num_neighbours} nearest neighbours among these words that "
        f"come from its own half. The control: with the sides assigned at random, the best of {SHUFFLES} tries reaches "
        f"{found.told_by_chance:.0%} and {found.near_by_chance:.0%} after debiasing."
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
