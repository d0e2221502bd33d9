"""Word arithmetic of the Space page: analogies, the odd one out, and an axis of one's own."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.projection import principal_components
from seqviz.embeddings.space import Analogy, Neighbour, UnknownWordError, WordVectors
from seqviz.embeddings.word_sum import read_word_sum
from seqviz.figures.palette import SERIES
from seqviz.figures.space import Arrow, axis_chart, word_map
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Text
from seqviz.ui.texts.words import words_of
from seqviz.ui.vectors.source import Learned

ANALOGY = Text("analogy", "king - man + woman", 120)
ODD = Text("odd", "paris madrid rome dog", 200)
PAIRS = Text("pairs", "woman man, queen king", 300)
ALONG = Text("along", "nurse secretary teacher writer lawyer doctor pilot engineer", 400)
SETTINGS = (ANALOGY, ODD, PAIRS, ALONG)
EXAMPLES = {
    "king − man + woman": "king - man + woman",
    "Madrid − Spain + France": "madrid - spain + france",
    "walked − walk + sing": "walked - walk + sing",
    "brother − man + woman": "brother - man + woman",
    "puppy − dog + cat": "puppy - dog + cat",
}
#: The word that people expect, by the words asked.
EXPECTED = {
    ("man", "king", "woman"): "queen",
    ("spain", "madrid", "france"): "paris",
    ("walk", "walked", "sing"): "sang",
    ("man", "brother", "woman"): "sister",
    ("dog", "puppy", "cat"): "kitten",
}


@st.fragment
def analogy_part(learned: Learned) -> None:
    """Answer an analogy by arithmetic, with the arrow, the true end point, and the query words in or out."""
    st.subheader("Analogies by arithmetic")
    controls.examples(ANALOGY, _with_known_words(learned.vectors))
    asked = controls.line(ANALOGY, "An analogy: word − word + word")
    try:
        query = read_word_sum(asked)
        answer = learned.vectors.analogy(*query)
    except UnknownWordError as error:
        st.info(escaped(str(error)), icon=":material/search_off:")
        return
    except ValueError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    if not answer.nearest:
        st.info(
            "No word is left to answer with: these vectors have no other words, or the sum is zero and points "
            "nowhere.",
            icon=":material/search_off:",
        )
        return
    _answers(answer)
    st.markdown(expected_in_words(learned.vectors, query))
    _arrow(learned.vectors, [learned.vectors.words[row] for row in learned.vectors.rows(query)], answer)


def _with_known_words(vectors: WordVectors) -> dict[str, str]:
    """Return the examples whose words all have a vector, with their labels."""
    return {label: text for label, text in EXAMPLES.items() if len(vectors.known(read_word_sum(text))) == 3}


def expected_in_words(vectors: WordVectors, query: tuple[str, str, str]) -> str:
    """Say at which place the word stands that people expect; "" where none is known or it has no vector."""
    a, b, c = query
    expected = EXPECTED.get((a.lower(), b.lower(), c.lower()))
    if expected is None or not vectors.known([expected]):
        return ""
    place = vectors.place_in_analogy(a, b, c, expected)
    if place == 1:
        return f"It is the word that one expects, *{expected}*."
    return (
        f"One expects *{expected}*: it stands at place **{place}**. The words before it lie nearer to the end point, "
        "whatever they mean; that an analogy is true does not bend the space."
    )


def _answers(answer: Analogy) -> None:
    left, right = st.columns(2)
    left.markdown("**Query words left out** (the method of 2013)")
    left.dataframe(_table(answer.nearest), hide_index=True, key="analogy_without")
    right.markdown("**Query words left in**: what the arithmetic alone finds")
    right.dataframe(_table(answer.nearest_of_all), hide_index=True, key="analogy_with")
    if answer.nearest[0].word != answer.nearest_of_all[0].word:
        st.markdown(
            f"With the query words left in, the nearest word is {escaped(answer.nearest_of_all[0].word)}, "
            "one of the three that were put in: the answer owes something to the rule that they do not "
            "count."
        )
    else:
        st.markdown("Here both ways give the same word: the arithmetic alone gets there.")


def _table(nearest: tuple[Neighbour, ...]) -> pd.DataFrame:
    return pd.DataFrame({"word": [n.word for n in nearest], "cosine": [round(n.cosine, 4) for n in nearest]})


def _arrow(vectors: WordVectors, query: list[str], answer: Analogy) -> None:
    a, b, c = query
    asked = list(dict.fromkeys(query))  # a word may be asked twice
    names = list(dict.fromkeys([*asked, *(neighbour.word for neighbour in answer.nearest)]))
    view = principal_components(np.concatenate([vectors.subset(asked).units, answer.target[None]]))
    points, target = view.place(vectors.subset(names).units), view.place(answer.target[None])[0]
    place = dict(zip(names, points, strict=True))
    step = Arrow(place[a], place[b], f"{a} → {b}", SERIES[3])
    arrows = [step, Arrow(place[c], target, f"the same step from {c}", SERIES[4])]
    figure = word_map(
        np.concatenate([points, target[None]]),
        [*names, f"{b} − {a} + {c}"],
        ["query"] * len(asked) + ["near the end point"] * (len(names) - len(asked)) + ["end point"],
        title="The arrow of the analogy",
        arrows=arrows,
        height=460,
    )
    frame.figure(
        figure.update_xaxes(range=_with_room_for_names([*points[:, 0], target[0]])),
        key="analogy_arrow",
        how_to_read="The first arrow is the step between the first pair; the second is exactly the same "
        "step, begun at the third word. Where it ends there is usually no word: the answer is the word "
        "nearest to that point (by angle). The picture shows the plane of the four points, "
        f"{view.explained[:2].sum():.0%} of their spread.",
    )


def _with_room_for_names(places: list[float]) -> tuple[float, float]:
    """Return a range in which a name beside the outermost points is whole, on a phone too."""
    room = 0.35 * (max(places) - min(places) or 1.0)
    return min(places) - room, max(places) + room


@st.fragment
def odd_part(learned: Learned) -> None:
    """Rank words by how well they fit their company."""
    st.subheader("The odd one out")
    words = words_of(controls.line(ODD, "At least three words"))
    try:
        ranked = learned.vectors.odd_one_out(words)
    except ValueError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    st.markdown(
        f"The odd one out is **{escaped(ranked[0].word)}**: it points least where the others' mean points."
    )
    st.dataframe(
        pd.DataFrame(
            {"word": [n.word for n in ranked], "cosine to the mean of the others": [n.cosine for n in ranked]}
        ),
        hide_index=True,
        key="odd_table",
    )


@st.fragment
def axis_part(learned: Learned) -> None:
    """Let a person lay an axis through the space from pairs of words."""
    st.subheader("An axis of your own")
    text = controls.line(PAIRS, "Pairs of words, from low to high, separated by commas")
    pairs = [tuple(words_of(part)) for part in text.split(",")]
    along = controls.line(ALONG, "Words to set along it")
    if any(len(pair) != 2 for pair in pairs):
        st.info("Each pair needs two words, such as *woman man*.", icon=":material/edit:")
        return
    try:
        axis = learned.vectors.axis([(low, high) for low, high in pairs])
        words = [learned.vectors.words[row] for row in learned.vectors.rows(words_of(along))]
    except ValueError as error:
        st.info(escaped(str(error)), icon=":material/search_off:")
        return
    if not words:
        st.info("Name some words to set along the axis.", icon=":material/edit:")
        return
    places = learned.vectors.subset(words).units @ axis
    ends = (" ".join(str(pair[0]) for pair in pairs), " ".join(str(pair[1]) for pair in pairs))
    frame.figure(
        axis_chart(words, places, ends),
        key="axis",
        how_to_read="How far each word's unit vector reaches along the mean difference of the pairs: to "
        "the right, towards the second words; to the left, towards the first; 0 is neither.",
    )
