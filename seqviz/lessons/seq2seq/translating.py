"""A person's own source, translated step by step: states, attention, what may come, and the beam's tree."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st

from seqviz.experiments.translation.trained import Translation, TranslationReader
from seqviz.figures.beam import Branch, beam_tree
from seqviz.figures.language import next_symbol
from seqviz.figures.seq2seq import attention_matrix, encoder_and_decoder
from seqviz.lessons.seq2seq.training import BUNDLED, reader
from seqviz.models.decoding import BeamTree
from seqviz.runs.store.records import StoreError
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.weights import say_whose_weights
from seqviz.ui.state.address import Flag, Number, Text

SOURCE = Text("source", "", 2000)
STEP = Number("step", 1, 40, 6, 1)
WIDTH = Number("width", 1, 8, 3, 1)
FORCE = Flag("force", False)
SETTINGS = (SOURCE, STEP, WIDTH, FORCE)
EXAMPLES = {
    "french": "the girl does not see the white house in the evening",
    "dates": "tuesday the third of march 1987",
    "reverse": "abcdefgh",
}


@st.fragment
def translating_part(run_id: str) -> None:
    """Let a person translate and look into each step. A fragment: it redraws alone.

    Args:
        run_id: a finished run, or BUNDLED.
    """
    st.subheader("Translate with it")
    say_whose_weights(run_id, "translation")
    try:
        net = reader(run_id)
    except StoreError as error:  # the run was deleted since the page was drawn
        st.warning(escaped(str(error)), icon=":material/link_off:")
        return
    example = EXAMPLES.get(net.experiment.task, "")
    text = controls.line(
        SOURCE, "Your own source", help=f"Left empty, it reads “{example}”." if example else None
    )
    text = text if net.tokens(text) else example
    if not net.tokens(text):
        st.info("Type at least one word to translate.", icon=":material/edit:")
        return
    unknown = net.unknown(text)
    if unknown:
        st.info(
            f"Not in its vocabulary, so read as unknown: {escaped(', '.join(unknown[:8]))}",
            icon=":material/help:",
        )
    translation = net.translate(text)
    st.markdown("It reads and writes:")
    st.text(f"{' '.join(translation.source)}  →  {net.text(translation.written)}")
    step = _chosen_step(translation)
    _step_by_step(translation, step)
    left, right = st.columns([3, 2])
    with left:
        _next(net, translation, step)
    with right:
        if translation.attention is not None:
            _forcing(net, text, translation, step)
    _beam(net, text)


def _chosen_step(translation: Translation) -> int:
    steps = len(translation.written)
    chosen = controls.slider(STEP, "Decoder step", help="Arrow keys step through, once it has the focus.")
    if chosen > steps:
        st.caption(f"It wrote {steps} tokens; the last step is shown.")
    return min(chosen, steps) - 1


def _step_by_step(translation: Translation, step: int) -> None:
    left, right = st.columns([3, 2])
    with left:
        frame.figure(
            encoder_and_decoder(
                translation.source,
                translation.written,
                translation.encoder_states,
                translation.decoder_states,
                step,
            ),
            key="net_states",
            how_to_read="Blue units are above 0, orange ones below. The encoder reads from left to right; the "
            "marked column is the context vector, from which the decoder starts. It writes until [END].",
        )
    with right:
        if translation.attention is not None:
            frame.figure(
                attention_matrix(translation.source, translation.written, translation.attention, step),
                key="attention_matrix",
                how_to_read="Each row sums to 1: what share of its look a written token gave to each source token.",
            )
        else:
            st.info(
                "This net has no attention: all that the decoder knows of the source is the context vector.",
                icon=":material/visibility_off:",
            )


def _next(net: TranslationReader, translation: Translation, step: int) -> None:
    row = translation.probabilities[step]
    order = np.argsort(-row, kind="stable")[:8]
    tokens = [net.target_vocabulary[k] for k in order]
    chosen = np.array([float(token == translation.written[step]) for token in tokens])
    frame.figure(
        next_symbol(tokens, row[order], chosen, taken=translation.written[step], rule_name="greedy takes"),
        key="candidates",
        how_to_read=f"Step {step + 1}: green, how likely the decoder finds each next token; purple, what greedy "
        "writing takes: always the likeliest that may be written.",
    )


def _forcing(net: TranslationReader, text: str, translation: Translation, step: int) -> None:
    """Let a person choose where the decoder looks at this step."""
    if not controls.flag(FORCE, "Force the attention at this step"):
        return
    places = [f"{k + 1}: {escaped(token)}" for k, token in enumerate(translation.source)]
    looked = int(translation.attention[step].argmax()) if translation.attention is not None else 0
    chosen = st.selectbox(
        f"At step {step + 1} the decoder looks only at",
        range(len(places)),
        (looked + 1) % len(places),
        format_func=places.__getitem__,
        key=f"force:{len(places)}:{step}",
    )
    row = np.eye(len(places), dtype=np.float32)[chosen]
    forced = net.translate(text, {step: row})
    st.markdown("By its own attention, and by yours:")
    st.text(f"{net.text(translation.written)}\n{net.text(forced.written)}")
    st.caption(difference(translation.written, forced.written))


@functools.lru_cache(maxsize=1)
def looking_elsewhere() -> str:
    """Say what becomes of the bundled net's example when each step is made to look one token further on."""
    net = reader(BUNDLED)
    own = net.translate(EXAMPLES[net.experiment.task])
    if own.attention is None:
        return ""
    one_hot = np.eye(len(own.source), dtype=np.float32)
    places = (own.attention.argmax(1) + 1) % len(own.source)
    forced = [
        net.translate(" ".join(own.source), {step: one_hot[place]}) for step, place in enumerate(places)
    ]
    changed = sum(one.written[step : step + 1] != (own.written[step],) for step, one in enumerate(forced))
    return (
        f"In the net that comes with the app, making a step look one token further than it does changes the word "
        f"written there at {changed} of the {len(own.written)} steps of its example: try your own."
    )


def difference(own: tuple[str, ...], forced: tuple[str, ...]) -> str:
    """Say where forcing changed the output."""
    steps = (k for k, (before, after) in enumerate(zip(own, forced, strict=False)) if before != after)
    first = next(steps, None)
    if first is None:
        return "The output stays the same: to look there instead changes no word."
    before, after = escaped(own[first]), escaped(forced[first])
    return f"At step {first + 1} it now writes “{after}” in place of “{before}”, and goes on from there."


def _beam(net: TranslationReader, text: str) -> None:
    st.markdown("**Beam search**")
    width = controls.slider(WIDTH, "Beam width", help="Beginnings kept at each step; 1 is greedy.")
    tree = net.search(text, width)
    best = [net.target_vocabulary[k] for k in tree.tokens()]
    end = tree.nodes[tree.best]
    st.markdown(
        f"Best of the beam, at {with_minus(end.total / end.depth, '.3f')} nats a token (log-probability by length):"
    )
    st.text(net.text(tuple(best)))
    frame.figure(
        beam_tree(_branches(net, tree)),
        key="beam_tree",
        how_to_read="To the right, one token more; higher, likelier so far. Beginnings with a green point were "
        "kept, grey ones tried and dropped; the purple path is the answer. The search ends when every beginning that "
        "was kept has ended, or after "
        f"{net.longest} tokens; of the ended ones the likeliest for its length is taken.",
    )


def _branches(net: TranslationReader, tree: BeamTree) -> list[Branch]:
    path = set(tree.path(tree.best))
    return [
        Branch(
            node.parent,
            net.target_vocabulary[node.token],
            float(np.exp(node.log_probability)),
            node.total,
            node.depth,
            node.kept,
            k in path,
        )
        for k, node in enumerate(tree.nodes)
    ]
