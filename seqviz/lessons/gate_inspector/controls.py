"""The inspector's controls: which net, which text, which layer, compared with what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from seqviz.export.kept_runs import WITH_THE_APP
from seqviz.lessons.gate_inspector.address import (
    COMPARE,
    COMPARISONS,
    LAYER,
    OTHER_RUN,
    RUN,
    SECOND,
    SENTENCE,
)
from seqviz.lessons.gate_inspector.reading import Reading, layer_name, sample
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import names as run_names
from seqviz.ui.runs.trained import BUNDLED, comes_with_the_app
from seqviz.ui.sentences import learned_from, readers
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Text
from seqviz.ui.state.session import set_controls
from seqviz.ui.state.set_together import set_together

MOST_LISTED = 40
MOST_OFFERED = 6
EXCERPT = 160


def net(setting: Text, label: str) -> str:
    """Let a person choose a net and return its run's id; one that cannot be read is named in a sentence."""
    shown = run_names.listed("sentiment", MOST_LISTED)
    records = {record.id: record for record in shown if readers.is_readable(record)}
    wanted = page_state.value(setting)
    if not comes_with_the_app(wanted) and wanted not in records:
        records |= _by_link(wanted, setting)
    along = {name: learned_from.title(name) for name in (*readers.names_with_the_app(), BUNDLED)}
    titles = along | run_names.names(list(records.values()))
    set_controls(
        {setting.name: page_state.value(setting)}
    )  # a name that has changed would not be found again
    chosen: str = st.selectbox(
        label,
        list(titles),
        format_func=titles.__getitem__,
        key=setting.name,
        persist_state="session",
        help="The nets that come with the app, then nets trained on the Sentiment page: your own first, then other "
        "people's. A stopped one reads as it was when it was stopped.",
    )
    page_state.publish(setting, chosen)
    return chosen


def _by_link(run_id: str, setting: Text) -> dict[str, RunRecord]:
    """Find a run that is not listed to this person but whose address they have."""
    try:
        record = store().run(run_id)
    except StoreError:
        record = None
    if record is not None and readers.is_readable(record):
        return {record.id: record}
    st.warning(
        f"The net of this run cannot be read here: it {_why_unreadable(record)}. The net that the page opens with "
        "is taken.",
        icon=":material/link_off:",
    )
    set_controls({setting.name: setting.default})
    return {}


def _why_unreadable(record: RunRecord | None) -> str:
    if record is None:
        return "was never made, or has been deleted"
    if record.kind != "sentiment":
        return f"is a {record.kind} run, which its own page shows"
    return f"is {record.state}"


def sentence(run_id: str) -> str:
    """Let a person type a text, or take one of the corpus."""
    text = controls.passage(SENTENCE, "A sentence, or a whole review", height=90)
    with st.container(horizontal=True):
        with st.popover("Its most confident mistakes", icon=":material/error:"):
            _offer(_mistakes(run_id), "mistake", _why_no_mistakes(run_id))
        with st.popover("Reviews from the corpus", icon=":material/menu_book:"):
            name, texts = sample(readers.reader(run_id).experiment.corpus)
            st.caption(f"From the validation part of {escaped(name)}.")
            _offer([(text, "") for text in texts[:MOST_OFFERED]], "example", "")
    return text


def _why_no_mistakes(run_id: str) -> str:
    if run_id in WITH_THE_APP:
        return "They are reviews of people who have not given them to be handed on, so they do not come with the app."
    record = None if run_id == BUNDLED else store().run(run_id)
    if record is not None and record.result is None:
        return f"They are collected at the end of a training, and this one was {record.state} before."
    return "It classified every validation review correctly."


def _mistakes(run_id: str) -> list[tuple[str, str]]:
    along = comes_with_the_app(run_id)
    result: dict[str, Any] = (
        readers.with_the_app(run_id).result if along else store().run(run_id).result or {}
    )
    return [
        (
            mistake["text"],
            f"{'negative' if mistake['label'] == 0 else 'positive'} according to its author; "
            f"the net gives positive {mistake['positive']:.4f}",
        )
        for mistake in result.get("mistakes", [])[:MOST_OFFERED]
    ]


def _offer(texts: Sequence[tuple[str, str]], kind: str, otherwise: str) -> None:
    if not texts:
        st.caption(otherwise)
    for number, (text, note) in enumerate(texts):
        with st.container(border=True):
            st.text(text if len(text) <= EXCERPT else f"{text[:EXCERPT]} …")
            if note:
                st.caption(note)
            st.button(
                "Read it",
                key=f"{kind}:{number}",
                on_click=set_together,
                args=({SENTENCE.name: text[: SENTENCE.longest]},),
            )


def layer(reading: Reading) -> str:
    """Let a person choose a layer and direction, where there is more than one, and return its name."""
    names = [layer_name(one) for one in reading.trace.layers]
    if page_state.value(LAYER) not in names:
        page_state.put(LAYER, names[0])
    if len(names) == 1:
        return names[0]
    chosen: str = st.radio(
        "Layer and direction of reading",
        names,
        format_func=lambda name: f"layer {name.replace(' ', ', ')}",
        key=LAYER.name,
        horizontal=True,
        persist_state="session",
    )
    page_state.publish(LAYER, chosen)
    return chosen


def comparison() -> str:
    """Let a person choose what to lay beside the net's reading; return a key of COMPARISONS."""
    chosen: str = st.radio(
        "Compare with",
        COMPARE.options,
        format_func=lambda name: COMPARISONS[name],
        key=COMPARE.name,
        horizontal=True,
        persist_state="session",
        help="What stands below the first picture: another sentence read by this net, this sentence read by another "
        "net, or by this net as it was before training and at moments of it.",
    )
    page_state.publish(COMPARE, chosen)
    return chosen


def second_sentence() -> str:
    """Let a person type the text to compare with."""
    return controls.line(SECOND, "The sentence below")


def second_net() -> str:
    """Let a person choose the net to compare with."""
    return net(OTHER_RUN, "The net below")


def first_net() -> str:
    """Let a person choose the net that reads."""
    return net(RUN, "The net that reads")
