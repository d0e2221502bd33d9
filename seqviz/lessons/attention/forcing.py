"""What becomes of a translation when the decoder is made to look elsewhere."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st

from seqviz.experiments.translation.trained import Translation, TranslationReader
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Flag
from seqviz.ui.translation import nets
from seqviz.ui.translation.source import example_of

FORCE = Flag("force", False)


def forcing_part(net: TranslationReader, text: str, translation: Translation, step: int) -> None:
    """Let a person choose where the decoder looks at this step."""
    if not controls.flag(FORCE, "Force the attention at this step"):
        return
    chosen = st.selectbox(
        f"At step {step + 1} the decoder looks only at",
        range(len(translation.source)),
        elsewhere(translation, step),
        format_func=[f"{k + 1}: {escaped(token)}" for k, token in enumerate(translation.source)].__getitem__,
        key=key_of(translation, step),
    )
    forced = net.translate(text, {step: look_at(translation, chosen)})
    st.markdown("By its own attention, and by yours:")
    st.text(f"{net.text(translation.written)}\n{net.text(forced.written)}")
    st.caption(difference(translation.written, forced.written))


def key_of(translation: Translation, step: int) -> str:
    """Return the key of the menu of places at a step."""
    return f"force:{len(translation.source)}:{step}"


def elsewhere(translation: Translation, step: int) -> int:
    """Return a place that the decoder does not look at most at this step: the one after that."""
    looked = int(translation.attention[step].argmax()) if translation.attention is not None else 0
    return (looked + 1) % len(translation.source)


def look_at(translation: Translation, place: int) -> np.ndarray:
    """Return the attention that looks at one place only, (num_source_tokens,) float32."""
    return np.eye(len(translation.source), dtype=np.float32)[place]


@functools.lru_cache(maxsize=1)
def looking_elsewhere() -> str:
    """Say what becomes of the bundled net's example when each step is made to look one token further on."""
    net = nets.reader(nets.TATOEBA)
    own = net.translate(example_of(net))
    if own.attention is None:
        return ""
    one_hot = np.eye(len(own.source), dtype=np.float32)
    places = (own.attention.argmax(1) + 1) % len(own.source)
    forced = [
        net.translate(" ".join(own.source), {step: one_hot[place]}) for step, place in enumerate(places)
    ]
    changed = sum(one.written[step : step + 1] != (own.written[step],) for step, one in enumerate(forced))
    return (
        f"In the net that the page opens with, making a step look one token further than it does changes the word "
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
