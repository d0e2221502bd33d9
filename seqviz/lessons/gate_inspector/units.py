"""Find a unit that follows something, and see what excites the chosen one."""

from __future__ import annotations

import re

import numpy as np
import streamlit as st

from seqviz.figures.palette import GATE_NAMES
from seqviz.figures.units import ranking_bars
from seqviz.lessons.gate_inspector.address import PLACE
from seqviz.lessons.gate_inspector.reading import Reading, layer_name, read_sample, sample
from seqviz.models.inspect.token_properties import PROPERTIES, listed, token_property
from seqviz.models.inspect.units import (
    NUM_DISPLACED,
    ReadText,
    UnitRanking,
    correlation,
    most_exciting,
    rank_units,
)
from seqviz.text.numbers_written import with_minus
from seqviz.text.vocabulary import Vocabulary
from seqviz.ui import controls, frame
from seqviz.ui.durations import counted
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Flag, Setting, Text
from seqviz.ui.widgets.coloured_texts.coloured_texts import ColouredText, coloured_texts

OWN_LIST = "words of my own"
FOLLOWS = Choice("follows", (*PROPERTIES, OWN_LIST), PROPERTIES[2])
OWN_WORDS = Text("own_words", "film, book, hotel", 400)
LOWEST = Flag("lowest")
SETTINGS: tuple[Setting, ...] = (FOLLOWS, OWN_WORDS, LOWEST)
MOST_RANKED = 8
MOST_SENTENCES = 5
AROUND = 14  # tokens shown on either side of the most exciting one


def find(reading: Reading, run_id: str, layer: str, gate: str) -> None:
    """Let a person look for the units of a layer that follow a property of the tokens."""
    st.subheader("Find a unit that follows …")
    left, right = st.columns([1, 2])
    with left:
        chosen, own_words = _property()
        ranking = _ranked(run_id, _known(reading, layer), gate, chosen, own_words)
        if ranking is None:
            _say_none(own_words, reading.reader.vocabulary)
            return
        _verdict(ranking, gate)
        _buttons(ranking)
    with right:
        frame.figure(
            ranking_bars(ranking.units[:MOST_RANKED], ranking.correlation[:MOST_RANKED], ranking.chance),
            key="ranking",
            how_to_read=f"Each bar is one unit's correlation with the property over {ranking.num_tokens:,} tokens of "
            f"reviews from {sample(reading.reader.experiment.corpus)[0]}. The band is the control: the property is "
            f"slid along the texts {NUM_DISPLACED} times, so that it keeps its rhythm but means nothing, and the best "
            "of *all* units is taken each time; 95 of 100 such bests lie inside the band.",
        )


@st.cache_data(max_entries=128, show_spinner=False)
def _ranked(
    run_id: str, layer: str, gate: str, chosen: str, own_words: tuple[str, ...]
) -> UnitRanking | None:
    """Rank a layer's units over the sample, or return None where the property holds nowhere in it."""
    texts = read_sample(run_id, layer, gate)
    marks = [
        listed(own_words, text.tokens) if chosen == OWN_LIST else token_property(chosen, text.tokens)
        for text in texts
    ]
    if not any(part.any() for part in marks):
        return None
    return rank_units(np.concatenate([text.values for text in texts]), np.concatenate(marks))


def on_screen(reading: Reading, run_id: str, layer: str, gate: str) -> UnitRanking | None:
    """Return the ranking that is on the screen; None where the property holds nowhere in the sample."""
    return _ranked(run_id, _known(reading, layer), gate, page_state.value(FOLLOWS), _listed_words())


def _known(reading: Reading, layer: str) -> str:
    return layer_name(reading.layer(layer))


def _property() -> tuple[str, tuple[str, ...]]:
    """Let a person choose a property; return it, and the words if it is a list of their own."""
    chosen = controls.menu(FOLLOWS, "The property")
    if chosen != OWN_LIST:
        return chosen, ()
    controls.line(OWN_WORDS, "The words")
    return chosen, _listed_words()


def _listed_words() -> tuple[str, ...]:
    """Return the words of a person's own list; none where another property is chosen."""
    if page_state.value(FOLLOWS) != OWN_LIST:
        return ()
    return tuple(sorted(set(re.split(r"[\s,;]+", page_state.value(OWN_WORDS).lower())) - {""}))


def _say_none(own_words: tuple[str, ...], vocabulary: Vocabulary) -> None:
    known = set(own_words) & set(vocabulary.tokens)
    st.info(
        f"None of these words stands in the sample; {len(known)} of them are known to the net. "
        "Type words that the reviews use.",
        icon=":material/edit:",
    )


def _verdict(ranking: UnitRanking, gate: str) -> None:
    best, r = int(ranking.units[0]), float(ranking.correlation[0])
    beyond = abs(r) > ranking.chance
    st.metric(
        f"Unit {best}, {GATE_NAMES[gate]}",
        f"r = {with_minus(r, '.3f')}",
        f"chance reaches {ranking.chance:.3f}",
        "off",
        delta_arrow="off",
    )
    verdict = "more closely than chance would" if beyond else "no more closely than chance"
    st.markdown(
        f"Unit {best} follows the property {verdict}. It holds at {ranking.num_marked:,} of "
        f"{ranking.num_tokens:,} tokens."
    )


def _buttons(ranking: UnitRanking) -> None:
    with st.container(horizontal=True):
        for unit in ranking.units[:MOST_RANKED]:
            st.button(
                f"unit {unit}",
                key=f"rank:{unit}",
                on_click=page_state.put,
                args=(PLACE.unit_setting, int(unit)),
            )


def exciting(reading: Reading, run_id: str, layer: str, gate: str, unit: int) -> None:
    """Show the corpus sentences in which the chosen unit gets highest, and lowest."""
    texts = read_sample(run_id, _known(reading, layer), gate)
    unit = min(unit, texts[0].values.shape[1] - 1)
    st.subheader(f"What excites unit {unit}")
    low = controls.flag(LOWEST, "Show where it is lowest instead")
    found = most_exciting(texts, unit, MOST_SENTENCES, sign=-1 if low else 1)
    signed = not gate.endswith("_gate")
    bound = max(float(np.abs(text.values[:, unit]).max()) for text in texts) if signed else 1.0
    coloured_texts(
        [_excerpt(texts[one.text], unit, one.token) for one in found],
        key="exciting",
        label=f"Reviews coloured by the {GATE_NAMES[gate]} of unit {unit}",
        signed=signed,
        bound=bound,
    )
    ends = f"−{bound:.3g} (orange) and {bound:.3g} (blue)" if signed else "0 and 1"
    st.caption(
        f"The {GATE_NAMES[gate]} of unit {unit} over {counted(len(texts), 'review')} that the net was not trained on, "
        f"{'lowest' if low else 'highest'} first; the number is that of the framed word. The strongest colours stand "
        f"for {ends}, values of the {GATE_NAMES[gate]}. A few striking sentences prove nothing: "
        "the search below has a control."
    )


def _excerpt(text: ReadText, unit: int, token: int) -> ColouredText:
    start, end = max(0, token - AROUND), token + AROUND + 1
    return ColouredText(text.tokens[start:end], text.values[start:end, unit], token - start)


def follows_prediction(reading: Reading, layer: str) -> tuple[int, float] | None:
    """Return the unit whose hidden state follows the prediction's path most closely over this text, and its r."""
    if reading.path is None or len(reading.tokens) < 3:
        return None
    r = correlation(reading.layer(layer).gates["hidden_state"], reading.path)
    best = int(np.abs(r).argmax())
    return best, float(r[best])
