"""A person's own review, read by a trained net: probabilities, word by word, and the gates."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.long_reviews import long_reviews
from seqviz.experiments.sentiment.trained import EncodedText, NothingToReadError, SentimentReader
from seqviz.figures.gates import TraceView
from seqviz.figures.reading import class_probabilities, probability_path
from seqviz.models.inspect.trace import LayerTrace
from seqviz.runs.store.records import StoreError
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import net_choice
from seqviz.ui.runs.trained import BUNDLED, comes_with_the_app
from seqviz.ui.sentences import learned_from, readers
from seqviz.ui.sentences.contributions import contributions_strip, say_what_was_lost
from seqviz.ui.sentences.readers import bundled, describe
from seqviz.ui.sentences.reviewed import note_review
from seqviz.ui.sentences.travel import note_used, offer_used
from seqviz.ui.sentences.verdict import verdict, why_unsure
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Setting, Text
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas

REVIEW = Text("review", "I found the plot slow, but the ending was excellent.")
LAYER = Text("layer", "layer0.forward", 40, is_typed=False)
PLACE = CanvasPlace("at_")
#: Who reads: the run that the page shows, where there is one, else the net that pages open with; or one by name.
ABOVE = "above"
READS = Choice("reads", (ABOVE, *readers.names_with_the_app(), BUNDLED), ABOVE)
SETTINGS: tuple[Setting, ...] = (REVIEW, LAYER, READS, *PLACE.settings)
NEVER_BORING = "The film was never boring."
GUESSES = ("never", "boring", "both alike")
ALIKE = 0.5  # log-odds: closer than that, two contributions are called alike


@st.fragment
def own_review(net_id: str) -> None:
    """Let a person type a review and show what a net makes of it. A fragment: typing redraws this part alone.

    Args:
        net_id: the run above, if its net reads; else BUNDLED.
    """
    st.subheader("Your own review")
    note_review(None)
    offer_used(REVIEW, _reading_with)
    chosen = _who_reads(net_id)
    try:
        net = readers.reader(chosen)
    except StoreError as error:  # the run was deleted since the page was drawn
        st.warning(escaped(str(error)), icon=":material/link_off:")
        return
    controls.examples(REVIEW, {one.title: one.text for one in long_reviews()})
    review = controls.passage(REVIEW, f"What should the net read? ({_named(chosen, net)})")
    st.caption(_what_it_knows(chosen, net))
    try:
        text = net.encode(review)
    except NothingToReadError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    say_what_was_lost(text)
    _note(review, chosen, (net, text))
    path = net.positive_after_each_token(text)
    _answer(net, text, path)
    _contributions(net, text)
    _gates(net, text, path)


def _note(review: str, net_id: str, read: tuple[SentimentReader, EncodedText]) -> None:
    note_review(read)
    note_used(review, net_id, is_own=(review, net_id) == (REVIEW.default, readers.OPENS_WITH))


def _reading_with(net_id: str) -> dict[str, str]:
    """Return the controls with which a net reads here: one by name, or that of a run, which is then shown above."""
    if not net_id or net_id in READS.options:
        return {READS.name: net_id} if net_id else {}
    return {page_state.RUN.name: net_id, READS.name: ABOVE}


def _who_reads(above: str) -> str:
    """Let a person choose the net that reads; return its id."""
    return net_choice.chosen_net(READS, above, readers.OPENS_WITH, _title, "The net that reads")


def _title(net_id: str) -> str:
    return learned_from.title(net_id) if comes_with_the_app(net_id) else "the net of the run above"


def _named(net_id: str, net: SentimentReader) -> str:
    return learned_from.short(net_id) if comes_with_the_app(net_id) else describe(net.experiment)


def _what_it_knows(net_id: str, net: SentimentReader) -> str:
    if comes_with_the_app(net_id):
        return learned_from.learned_from(net_id)
    return f"It knows {net.num_known:,} different words and punctuation marks: those of the reviews it learned from."


def _answer(net: SentimentReader, text: EncodedText, path: np.ndarray) -> None:
    if not text.is_unknown.all():
        st.markdown(f"{verdict(net.positive(text))} {why_unsure(net.positive(text))}")
    left, right = st.columns([2, 3])
    with left:
        frame.figure(
            class_probabilities(net.positive(text)),
            key="probabilities",
            how_to_read="The two probabilities add up to one; the longer bar is the net's answer.",
        )
    with right:
        frame.figure(
            probability_path(text.tokens, path),
            key="path",
            how_to_read="The height is the answer the net would give had the review ended there. "
            "A step up or down is a word that changed its mind.",
        )


def _contributions(net: SentimentReader, text: EncodedText) -> None:
    st.markdown("**What each word did to the answer**")
    contributions_strip(net, text, net.contributions(text), key="contributions")
    st.caption(
        "**How to read it.** A word's number says how far the log-odds of positive, ln(p / (1 − p)), fall once this "
        "word alone is hidden from the net (occlusion): +0.69 log-odds doubles the odds. A colour tells what the word "
        "does in this text, whatever it means by itself. Point at a word to see its number."
    )


def _chosen_layer(layers: dict[str, LayerTrace]) -> LayerTrace:
    names = list(layers)
    if page_state.value(LAYER) not in names:
        page_state.put(LAYER, names[0])
    if len(names) == 1:
        return layers[names[0]]
    chosen: str = st.selectbox(
        "Layer", names, key=LAYER.name, persist_state="session", format_func=lambda name: layers[name].title
    )
    page_state.publish(LAYER, chosen)
    return layers[chosen]


def _gates(net: SentimentReader, text: EncodedText, path: np.ndarray) -> None:
    st.markdown("**Every gate of every unit at every token**")
    layers = {layer.name: layer for layer in net.trace(text).layers}
    layer = _chosen_layer(layers)
    view = TraceView(layer.title, text.tokens, layer.gates, path, is_unknown=text.which_unknown)
    gate_canvas(
        [view],
        key="gates",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Gates of the net while it reads the review",
    )
    st.caption(
        "**How to read it.** One column a token, one row a unit. A gate lies between 0 (shut) and 1 (open); a state "
        "or candidate is signed. Drag over the picture or use the arrow keys; the numbers stand beside it."
    )


@st.cache_data(max_entries=1, show_spinner=False)
def _never_boring() -> tuple[float, float]:
    """Return what *never* and *boring* do to the bundled net's answer, in log-odds."""
    net = bundled().reader
    text = net.encode(NEVER_BORING)
    contributions = net.contributions(text)
    never, boring = (float(contributions[text.tokens.index(word)]) for word in GUESSES[:2])
    return never, boring


def never_boring_answer() -> str:
    """Say which of the two words changes the bundled net's answer more."""
    never, boring = map(abs, _never_boring())
    if abs(never - boring) < ALIKE:
        return GUESSES[2]
    return GUESSES[0] if never > boring else GUESSES[1]


def reveal_never_boring() -> None:
    """Show what the bundled net makes of "never boring"."""
    net, (never, boring) = bundled().reader, _never_boring()
    text = net.encode(NEVER_BORING)
    st.markdown(
        f"The net says *positive* with probability {net.positive(text):.4f}. Hiding *never* changes the log-odds by "
        f"{with_minus(-never, '+.2f')}, hiding *boring* by {with_minus(-boring, '+.2f')}."
    )
    contributions_strip(net, text, net.contributions(text), key="never-boring")
