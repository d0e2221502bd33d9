"""The Bias page's analogies: one question asked both ways, before debiasing and after."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from seqviz.lessons.bias.bench import Bench
from seqviz.lessons.bias.both_ways import Answers, ask
from seqviz.lessons.bias.direction import QUESTION
from seqviz.lessons.bias.remark import remark
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Flag

WITH_ALL = Flag("all_answers", False)
SETTINGS = (WITH_ALL,)


def analogy_part(bench: Bench) -> None:
    """Ask "he is to X as she is to …?" and the other way round, before and after."""
    low, high = bench.ends
    st.subheader("One analogy, asked both ways")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        word = controls.line(QUESTION, f"{high} : this word :: {low} : ?").strip()
        with_all = controls.flag(
            WITH_ALL,
            f"Answers such as {bench.example} too",
            help="Words whose meaning is what the direction is about: those of the sets, and others like them.",
        )
    try:
        word = bench.before.words[bench.before.find(word)]
    except ValueError as error:
        st.info(escaped(str(error)), icon=":material/search_off:")
        return
    if word in bench.ends:
        st.info(f"Ask for a word other than {escaped(low)} and {escaped(high)}.", icon=":material/edit:")
        return
    left_out = [] if with_all else bench.meaning_it
    found = [ask(vectors, word, bench.ends, left_out) for vectors in (bench.before, bench.after)]
    for column, title, answers in zip(st.columns(2), ("Before", "After"), found, strict=True):
        column.markdown(f"**{title}**")
        column.dataframe(_table(answers, bench.ends), hide_index=True, key=f"analogies_{title}")
    if all(answers.for_low and answers.for_high for answers in found):
        st.markdown(f"**How to read it.** {remark(bench, word, found[0])}")


def _table(answers: Answers, ends: tuple[str, str]) -> pd.DataFrame:
    columns: dict[str, pd.Series] = {}
    for end, nearest in zip(ends, (answers.for_low, answers.for_high), strict=True):
        columns[f"for {end}"] = pd.Series([n.word for n in nearest])
        columns[f"cosine ({end})"] = pd.Series([round(n.cosine, 3) for n in nearest])
    return pd.DataFrame(columns)
