"""Writing with a language model: symbol by symbol, every distribution at hand, another choice one click away."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import streamlit as st

from seqviz.corpora.records import CorpusError
from seqviz.experiments.language_model.trained import FORBIDDEN, LanguageReader
from seqviz.figures.language import next_symbol, visible
from seqviz.lessons.text_generation import nets
from seqviz.lessons.text_generation import units as text_units
from seqviz.lessons.text_generation.draft import DRAFT, PLACE, Draft, draft_of, start_over, take
from seqviz.lessons.text_generation.memory import SHORTEST_SPAN, memorised, say_what_is_missing
from seqviz.lessons.text_generation.texts import offer_text
from seqviz.lessons.text_generation.written import Written, note_written
from seqviz.models.sampling import NextSymbol, SamplingRule, Writing, write
from seqviz.runs.store.records import StoreError
from seqviz.text.ngrams import NgramModel
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.more_settings import more_settings
from seqviz.ui.runs.trained import comes_with_the_app
from seqviz.ui.state.address import Choice, Number, Text
from seqviz.ui.widgets.text_tape.text_tape import text_tape

PROMPT = Text("prompt", "Emma was ", 200)
TEMPERATURE = Number("temperature", 0.0, 2.0, 0.6, 0.05)
TOP_K = Number("top_k", 0, 50, 0, 1)
TOP_P = Number("top_p", 0.05, 1.0, 1.0, 0.05)
LENGTH = Number("length", 20, 1000, 300, 20)
CHANCE = Number("chance", 0, 9999, 0, 1)
WRITER = Choice("writer", ("net", "n-grams"), "net")
WRITTEN = (PROMPT, TEMPERATURE, TOP_K, TOP_P, LENGTH, CHANCE, SHORTEST_SPAN, WRITER, DRAFT, PLACE)
SETTINGS = (nets.NET, *WRITTEN, *text_units.SETTINGS)
CANDIDATES = 8


@st.fragment
def writing_part(shown: str) -> None:
    """Let a person write with a model and look into each step. A fragment: it redraws alone.

    Args:
        shown: the run that the page shows, if it has left a net; else BUNDLED.
    """
    note_written(None)
    net_id = nets.chosen_net(shown)
    try:
        model = nets.reader(net_id)
    except StoreError as error:  # the run was deleted since the page was drawn
        st.warning(escaped(str(error)), icon=":material/link_off:")
        return
    if comes_with_the_app(net_id):
        st.caption(nets.learned_from(net_id))
    rule, length, seed = _rule()
    left, right = st.columns([3, 1])
    with left:
        prompt = controls.line(PROMPT, "Begin with")
    with right:
        writer = controls.choice(WRITER, "Who writes")
    _say_unknown(model.unknown(prompt))
    draft = draft_of((net_id, writer, prompt), len(model.vocabulary.tokens))
    begin = model.ids(prompt) + draft.ids
    source = _source(model, net_id, writer)
    if source is None:
        return
    written = write(source, begin, length, rule, seed, FORBIDDEN)
    note = functools.partial(Written, net_id, model, writer, rule.temperature, prompt)
    _text_and_step(model, prompt, draft, written, note)


def _say_unknown(unknown: list[str]) -> None:
    if unknown:
        shown = escaped(", ".join(visible(piece) for piece in unknown[:8]))
        st.info(f"Not in its vocabulary, so read as unknown: {shown}", icon=":material/help:")


def _rule() -> tuple[SamplingRule, int, int]:
    columns = st.columns(3)
    with columns[0]:
        temperature = controls.slider(
            TEMPERATURE, "Temperature", help="Scores are divided by it; 0 always takes the likeliest."
        )
    with columns[1]:
        top_k = controls.slider(TOP_K, "Top k (0: all)", help="Only the k likeliest symbols can be drawn.")
    with columns[2]:
        top_p = controls.slider(
            TOP_P, "Top p", help="Only the likeliest symbols that together have this probability may come."
        )
    with more_settings(LENGTH, CHANCE):
        length = controls.slider(LENGTH, "Length, symbols")
        seed = controls.number(CHANCE, "Seed of the writing")
    return SamplingRule(temperature, top_k, top_p), length, seed


def _source(model: LanguageReader, net_id: str, writer: str) -> NextSymbol[Any] | None:
    """Return what writes; None, with a sentence on the page, where n-grams have no text to be counted in."""
    if writer == "net":
        return model.stepper
    try:
        return _ngrams(net_id, model.experiment.ngram_order)
    except CorpusError as error:
        st.info(f"{escaped(str(error))} Without it there are no n-grams to count.", icon=":material/book:")
        offer_text(model.experiment.corpus, "ngrams")
        return None


@st.cache_resource(max_entries=8, show_spinner="Counting …")
def _ngrams(net_id: str, order: int) -> NgramModel:
    return nets.reader(net_id).ngrams(order)


def _text_and_step(
    model: LanguageReader, prompt: str, draft: Draft, written: Writing, note: Callable[..., Written]
) -> None:
    before = (
        model.pieces(prompt) or model.vocabulary.tokens_of(model.ids(prompt))
    ) + model.vocabulary.tokens_of(draft.ids)
    new = model.vocabulary.tokens_of(written.symbols)
    left, right = st.columns([3, 2])
    with left:
        marked = memorised(model, before, new)
        place = text_tape(
            before + new,
            key=f"tape:{len(draft.ids)}",
            label="The written text; choose a symbol to see what could have come there",
            num_fixed=len(before),
            marked=marked,
            place=PLACE,
        )
        _how_to_read(model, is_underlined=marked is not None)
    step = place - len(before)
    note_written(note(tuple(before), tuple(new), step))
    with right:
        _step(model, written, step)
    _candidates(model, draft, written, step)
    text_units.units_part(model, "".join(before + new))


def _how_to_read(model: LanguageReader, *, is_underlined: bool) -> None:
    underlined = "Underlined: found word for word in the training text. " if is_underlined else ""
    st.caption(
        f"**How to read it.** Pale: what was given. {underlined}Click a symbol, or use the arrow keys, to see what "
        "could have come in its place."
    )
    if not is_underlined:
        say_what_is_missing(model)


def _step(model: LanguageReader, written: Writing, step: int) -> None:
    order = np.argsort(-written.model[step], kind="stable")[:12]
    tokens = model.vocabulary.tokens_of(order)
    frame.figure(
        next_symbol(
            tokens,
            written.model[step][order],
            written.distributions[step][order],
            taken=model.vocabulary.tokens[written.symbols[step]],
        ),
        key="next",
        how_to_read="Green: how likely the model finds each symbol. Purple: the chance it had to be drawn, after "
        "temperature and cuts. ◀ was drawn.",
    )


def _candidates(model: LanguageReader, draft: Draft, written: Writing, step: int) -> None:
    """One button for each likely symbol: take it here, and let the model go on from there."""
    likely = [int(k) for k in np.argsort(-written.model[step], kind="stable") if k not in FORBIDDEN][
        :CANDIDATES
    ]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("Take another one here and go on:", width="content")
        for candidate in likely:
            st.button(
                escaped(visible(model.vocabulary.tokens[candidate])),
                key=f"take:{candidate}",
                on_click=take,
                args=(draft, [*written.symbols[:step].tolist(), candidate]),
                disabled=candidate == written.symbols[step],
            )
        st.button("Start over", icon=":material/undo:", on_click=start_over, disabled=not draft.ids)
