"""The controls of the cleaning lesson: the chain, its order and what its steps leave to choose."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from seqviz.text.chain import STEPS, USUAL, Options
from seqviz.text.lemmas import SOURCES, best_dictionary, fetch_wordnet
from seqviz.text.stems import STEMMERS
from seqviz.text.stop_words import negations, stop_words
from seqviz.text.symbols import KEPT
from seqviz.ui import controls
from seqviz.ui.more_settings import more_settings
from seqviz.ui.state.address import Choice, Flag, Text
from seqviz.ui.state.address_lists import Several
from seqviz.ui.state.set_together import set_together

TYPED = Text("text", "<h2>I don't know about you but i'm feeling 22</h2>")
EXAMPLES = {
    "A heading": TYPED.default,
    "Accents": "Sómě Áccěntěd těxt: ß, ø, ½, ﬁ, が, й, 한",
    "Two readings": "It's Ann's. She's seen it, he'd like it, I'd better go, we ain't.",
    "Not good": "<p>The film was not good.</p><p>Don't watch it, US readers!</p>",
    "Z and a": r"A_l'été [1998] C:\films ^best^ `café` 8/10",
    "Stems": "The universal appeal of these charming ponies was argued happily at the university.",
}
CHAIN = Several("steps", tuple(STEPS), USUAL, lambda step: STEPS[step].title)
STEMMER = Choice("stemmer", STEMMERS, "porter", str.capitalize)
KEPT_LETTERS = Choice(
    "letters",
    KEPT,
    "every script",
    lambda kept: "All but letters and numbers of every script" if kept == KEPT[0] else kept,
)
DROPPED = Text("stop_words", " ".join(sorted(stop_words())))
DROP_NEGATIONS = Flag("drop_negations")
SETTINGS = (CHAIN, STEMMER, KEPT_LETTERS, DROP_NEGATIONS, DROPPED)


def chain_controls() -> tuple[tuple[str, ...], Options]:
    """Draw the chain's controls and return its steps in order and their options."""
    order = controls.several(
        CHAIN,
        "The chain, first step first",
        help="Take a step out with its cross, put it back from the menu (it goes to the end), or move a step "
        "with the arrows below.",
    )
    drop_negations = controls.flag(
        DROP_NEGATIONS,
        "Negations are stop words too",
        help="As in many published stop lists. Watch what becomes of “not good”.",
    )
    with more_settings(STEMMER, KEPT_LETTERS):
        stemmer = controls.choice(STEMMER, "Stemmer")
        kept = controls.choice(
            KEPT_LETTERS,
            "Special characters are",
            help="What *Remove special characters* leaves. The two classes are those of many published programs; each "
            "character that they match becomes a space.",
        )
    return order, options_of(stemmer, kept, _typed_stop_words(), drop_negations)


def options_of(stemmer: str, kept: str, stop_list: str, drop_negations: bool) -> Options:
    """Return the options that the settings of the same names stand for."""
    dropped = frozenset(stop_list.lower().split()) | (negations() if drop_negations else frozenset())
    return Options(stemmer, best_dictionary(), dropped, kept)  # type: ignore[arg-type]


def _typed_stop_words() -> str:
    with st.expander("The stop words, to read and to change", icon=":material/list:"):
        typed = controls.passage(DROPPED, "Words that the last step removes, with spaces between them")
        kept = ", ".join(sorted(negations() - {"n't"}))
        st.caption(
            f"Written for seqviz by word class: articles, pronouns, prepositions, forms of be, have and do … "
            f"Not among them, unless the switch says so: {kept}."
        )
    return typed


def dictionary_note() -> None:
    """Say which dictionary the lemmas come from, and offer WordNet where it is missing."""
    source = best_dictionary()
    st.markdown(f"**Lemmas from** {SOURCES[source]}")
    if source != "wordnet" and st.button("Get WordNet (11 MB)", icon=":material/download:", key="wordnet"):
        with st.spinner("Fetching WordNet …"):
            there = fetch_wordnet()
        if there:
            st.rerun()
        st.error(
            "WordNet cannot be fetched: NLTK's server cannot be reached from here. The lemmas above still work.",
            icon=":material/cloud_off:",
        )


def step_buttons(order: Sequence[str], place: int) -> None:
    """Draw the buttons that move a step of the chain up and down or take it out."""
    step = order[place]
    moves = (
        ("Earlier", "up", "arrow_upward", place > 0, _swapped(order, place - 1)),
        ("Later", "down", "arrow_downward", place < len(order) - 1, _swapped(order, place)),
        ("Out", "out", "close", True, [other for other in order if other != step]),
    )
    for label, name, icon, possible, new in moves:
        st.button(
            label,
            icon=f":material/{icon}:",
            key=f"{name}:{step}",
            disabled=not possible,
            on_click=set_together,
            args=({CHAIN.name: new},),
        )


def _swapped(order: Sequence[str], place: int) -> list[str]:
    """Return the order with the steps at a place and after it exchanged, where there are two."""
    new = list(order)
    if 0 <= place < len(new) - 1:
        new[place], new[place + 1] = new[place + 1], new[place]
    return new


def steps_to_add(order: Sequence[str]) -> None:
    """Draw a button for each step that is not in the chain; it puts the step at the end."""
    missing = [step for step in STEPS if step not in order]
    if not missing:
        return
    with st.container(horizontal=True):
        for step in missing:
            st.button(
                STEPS[step].title,
                icon=":material/add:",
                key=f"add:{step}",
                help="Puts the step at the end of the chain.",
                on_click=set_together,
                args=({CHAIN.name: [*order, step]},),
            )
