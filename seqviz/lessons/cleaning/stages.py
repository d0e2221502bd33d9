"""The picture of the cleaning lesson: every step with what it changed, lost, and did to a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from seqviz.lessons.cleaning.controls import step_buttons, steps_to_add
from seqviz.lessons.cleaning.effects import TOLD_APART
from seqviz.text.chain import STEPS, Options, stages
from seqviz.text.contractions import Reading, ambiguities
from seqviz.text.losses import Effect, equal_after, warnings_for
from seqviz.text.tokens import words_as_written
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Text
from seqviz.ui.state.page_state import usable
from seqviz.ui.widgets.text_diff.text_diff import text_diff

SHOWN = 1_500  # characters of a long text whose changes are drawn
DOUBTS = 6  # contractions with several readings that are named
ONE = Text("one", "The film was good.", 300)
OTHER = Text("other", "The film was not good.", 300)
SETTINGS = (ONE, OTHER)


def show_stages(text: str, order: Sequence[str], options: Options, effects: Sequence[Effect]) -> None:
    """Draw the text after every step, with the step's buttons, losses and effect on the corpus."""
    if not text.strip():
        st.info("There is no text yet. Type some above, or take one of the examples.", icon=":material/edit:")
        return
    if len(text) > SHOWN:
        st.caption(
            f"Drawn: the first {SHOWN:,} of {len(text):,} characters. Counts and warnings are those of the whole."
        )
    whole = _told(text, order, options)
    for place, stage in enumerate(stages(text[:SHOWN], order, options)):
        with st.container(border=True):
            _heading(order, place)
            text_diff(stage.before, stage.after, key=f"diff:{stage.step}", label=STEPS[stage.step].title)
            _losses(whole[place + 1])
            same = "Nothing changed in what is drawn. " if stage.before == stage.after else ""
            st.caption(same + _effect(whole[place : place + 2], effects[place : place + 2]))
    if not order:
        st.info("The chain is empty, so the text stays as it is. Add a step:", icon=":material/add:")
    steps_to_add(order)


@dataclass(frozen=True)
class _Told:
    """What is told of the whole text after a step: its tokens, different ones, losses, and doubtful readings."""

    num_tokens: int
    num_words: int
    warnings: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()


def _told(text: str, order: Sequence[str], options: Options) -> list[_Told]:
    """Return what is told of the text as it came and after every step; a moved step is asked from its place on."""
    told = [_Told(*_sizes(text))]
    for step in order:
        text, found = _told_of(step, text, options)
        told.append(found)
    return told


@st.cache_data(max_entries=48, show_spinner="Cleaning the text …", hash_funcs=TOLD_APART)
def _told_of(step: str, text: str, options: Options) -> tuple[str, _Told]:
    """Return the text after a step, and what is told of it."""
    (stage,) = stages(text, (step,), options)
    doubtful = dict.fromkeys(ambiguities(text)) if step == "contractions" else ()
    return stage.after, _Told(*_sizes(stage.after), tuple(warnings_for(stage)), tuple(doubtful))


@st.cache_data(max_entries=48, show_spinner=False)
def _sizes(text: str) -> tuple[int, int]:
    tokens = words_as_written(text)
    return len(tokens), len(set(tokens))


def _heading(order: Sequence[str], place: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{place + 1}. {STEPS[order[place]].title}**", width="stretch")
        with st.container(horizontal=True, width="content"):
            step_buttons(order, place)


def _losses(told: _Told) -> None:
    for sentence in told.warnings:
        st.warning(escaped(sentence), icon=":material/warning:")
    sentences = [_reading(reading) for reading in told.readings[:DOUBTS]]
    if len(told.readings) > DOUBTS:
        sentences.append(f"And {len(told.readings) - DOUBTS:,} more contractions have two readings or more.")
    if sentences:
        st.info("  \n".join(map(escaped, sentences)), icon=":material/call_split:")


def _reading(reading: Reading) -> str:
    how = "left as a possessive" if reading.chosen == reading.found else f"read as “{reading.chosen}”"
    return f"“{reading.found}” was {how}; it may also stand for: {', '.join(reading.others)}."


def _effect(text: Sequence[_Told], corpus: Sequence[Effect]) -> str:
    was, now = text
    tokens, words = f"{was.num_tokens:,} → {now.num_tokens:,}", f"{was.num_words:,} → {now.num_words:,}"
    sentence = f"This text: {tokens} tokens, {words} different."
    if len(corpus) < 2:
        return sentence
    before, after = corpus
    return (
        f"{sentence} The corpus: {before.num_tokens:,} → {after.num_tokens:,} tokens, vocabulary "
        f"{before.num_words:,} → {after.num_words:,}; negations {before.num_negations:,} → "
        f"{after.num_negations:,}; different texts {before.num_texts:,} → {after.num_texts:,}."
    )


def two_sentences(order: Sequence[str], options: Options) -> None:
    """Send two sentences through the chain and say whether they come out equal."""
    st.markdown("**Do two different sentences become one?**")
    left, right = st.columns(2)
    with left:
        one = controls.line(ONE, "One sentence")
    with right:
        other = controls.line(OTHER, "Another")
    step = equal_after(one, other, order, options)
    if one == other:
        st.info("The two are the same to begin with.", icon=":material/equal:")
    elif step:
        st.warning(f"After *{STEPS[step].title}* they are the same.", icon=":material/warning:")
    else:
        st.success("They stay different to the end of the chain.", icon=":material/check:")


def sentences() -> tuple[str, str]:
    """Return the two sentences that are compared."""
    return usable(ONE), usable(OTHER)
