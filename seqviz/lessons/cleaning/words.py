"""The cleaning lesson's words: three stemmers and a lemma side by side, and letters that only look accented."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from seqviz.text.accents import FATES, fold_accents
from seqviz.text.chain import Options
from seqviz.text.lemmas import Dictionary, lemma, lemmas_by_part_of_speech
from seqviz.text.stems import STEMMERS, stem
from seqviz.text.word_patterns import written_word
from seqviz.ui import controls
from seqviz.ui.state.address import Text

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
            "lemma": lemma(word, options.dictionary),
            **{f"as {part}": found for part, found in lemmas_by_part_of_speech(word).items()},
        }
        for word in found
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")


def stem_and_lemma_in_words(dictionary: Dictionary) -> str:
    """Say what a stem and a lemma are, and what the dictionary at hand does without the part of speech."""
    return (
        f"A stem is what is left when rules have cut (“ponies” gives *{stem('ponies')}*); a lemma is looked up (“sang” "
        f"gives *{lemma('sang', dictionary)}*), and needs the part of speech. {_part_of_speech(dictionary)}"
    )


def _part_of_speech(dictionary: Dictionary) -> str:
    here = lemma("feeling", dictionary)
    if dictionary == "wordnet":
        return (
            "As a verb, *feeling* belongs to *feel*; as a noun it is *feeling*. The step has no part of speech to go "
            f"by: it looks a word up as a verb first, then as a noun, and finds *{here}*. The table above shows each."
        )
    return (
        "As a verb, *feeling* belongs to *feel*; as a noun it is *feeling*. The dictionary on this computer knows no "
        f"parts of speech and has one lemma for each form, here *{here}*. With WordNet the table above shows the lemma "
        "for each part of speech."
    )


def letters_that_stay() -> None:
    """Explain what the accents step does with letters that only look accented."""
    with st.expander("What becomes of ß, ø, ½, ﬁ, が, й and 한?", icon=":material/translate:"):
        rows = [f"| {letter} | {fold_accents(letter)} | {why} |" for letter, why in FATES.items()]
        st.markdown("\n".join(["| letter | after | why |", "|---|---|---|", *rows]))
