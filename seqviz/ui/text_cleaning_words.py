"""The cleaning lesson's words: three stemmers and a lemma side by side, and letters that only look accented."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from seqviz.text.accents import FATES, fold_accents
from seqviz.text.chain import Options
from seqviz.text.lemmas import lemma
from seqviz.text.letters import written_word
from seqviz.text.stems import STEMMERS, stem
from seqviz.ui import controls
from seqviz.ui.address import Text

WORDS = Text("words", "sang sung sing feeling ponies argued universal university was mice better movies")
SETTINGS = (WORDS,)


def side_by_side(options: Options) -> None:
    """Lay the stemmers and the lemma of some words side by side."""
    typed = controls.line(WORDS, "Words to cut and to look up")
    found = dict.fromkeys(match.group().lower() for match in written_word(typed).finditer(typed))
    rows = [
        {
            "word": word,
            **{name.capitalize(): stem(word, name) for name in STEMMERS},
            "lemma": _lemma(word, options),
        }
        for word in found
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")


def _lemma(word: str, options: Options) -> str:
    return lemma(word, options.dictionary)


def letters_that_stay() -> None:
    """Explain what the accents step does with letters that only look accented."""
    with st.expander("What becomes of ß, ø, ½, ﬁ, が, й and 한?", icon=":material/translate:"):
        rows = [f"| {letter} | {fold_accents(letter)} | {why} |" for letter, why in FATES.items()]
        st.markdown("\n".join(["| letter | after | why |", "|---|---|---|", *rows]))
