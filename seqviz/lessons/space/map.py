"""The map of the Space page: projection, clusters, search, and how much the picture lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from seqviz.embeddings.projection import clusters, principal_components, trustworthiness
from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.tsne import TsneConfig, tsne
from seqviz.figures.film import map_film
from seqviz.figures.space import word_map
from seqviz.lessons.space.map_findings import agreement_in_words, company_in_words
from seqviz.lessons.space.neighbours import neighbours_part, say_if_unknown
from seqviz.ui import controls, frame
from seqviz.ui.more_settings import more_settings
from seqviz.ui.state.address import Choice, Flag, Number, Text
from seqviz.ui.state.page_state import usable
from seqviz.ui.state.preferences import is_narrow
from seqviz.ui.vectors.source import Learned

METHOD = Choice("projection", ("PCA", "t-SNE"), "PCA")
DIMENSIONS = Choice("dimensions", ("2-D", "3-D"), "2-D")
SHOWN = Number("shown", 20, 1_000, 120, 20)
PERPLEXITY = Number("perplexity", 2, 50, 15, 1)
COLOURS = Choice("colours", ("meaning", "k-means"), "meaning")
NUM_CLUSTERS = Number("clusters", 2, 20, 8, 1)
SEARCH = Text("search", "king queen", 200)
ASKED = Text("word", "king", 60)
FILM = Flag("film", False)
SETTINGS = (METHOD, DIMENSIONS, SHOWN, PERPLEXITY, COLOURS, NUM_CLUSTERS, SEARCH, ASKED, FILM)


@dataclass(frozen=True)
class View:
    """What is on the map.

    Attributes:
        vectors: the words shown.
        points: (num_words, 2 or 3), their places.
        axes: titles of the two axes.
        meanings: (num_words,), each word's group of meaning; "" for none.
    """

    vectors: WordVectors
    points: np.ndarray
    axes: tuple[str, str]
    meanings: tuple[str, ...]


@st.cache_data(max_entries=24, show_spinner="t-SNE moves the words …")
def _tsne_frames(vectors: np.ndarray, num_components: int, perplexity: int) -> list[np.ndarray]:
    return list(tsne(vectors, TsneConfig(num_components, perplexity, frame_every=20)))


HOW_TO_READ = (
    "Each point is a word. PCA keeps the two or three straight directions in which the vectors spread "
    "most; t-SNE bends the space so that neighbours stay together, and its distances between groups "
    "mean nothing. Names that would cover others show on hovering. Colours are groups of meaning, named by us, or "
    "clusters that k-means has found in the original space without knowing those."
)


@st.fragment
def map_part(learned: Learned) -> None:
    """Draw the map with its controls, and a word's neighbours in the space beside those in the picture."""
    st.subheader("The map")
    with st.container(horizontal=True):
        method = controls.choice(METHOD, "Projection")
        dimensions = controls.choice(DIMENSIONS, "Axes")
        colours = controls.choice(COLOURS, "Colours by")
    with st.container(horizontal=True):
        num_shown = controls.slider(SHOWN, "Words on the map")
        with more_settings(PERPLEXITY, NUM_CLUSTERS, label="Settings of t-SNE and k-means"):
            perplexity = controls.slider(PERPLEXITY, "Perplexity (t-SNE)")
            num_clusters = controls.slider(NUM_CLUSTERS, "Clusters (k-means)")
    found = _searched(learned.vectors)
    asked = controls.line(ASKED, "Neighbours of")
    has_vector = say_if_unknown(learned.vectors, [asked.strip()])
    vectors = chosen_words(learned, num_shown, [*found, *learned.vectors.known([asked.strip()])])
    frames = _frames(vectors, method, int(dimensions[0]), perplexity)
    view = View(vectors, frames[-1], _axes(vectors, method), tuple(learned.group_of_words(vectors.words)))
    groups, typical = _groups(view, colours, num_clusters)
    is_film = method == "t-SNE" and controls.flag(FILM, "Show t-SNE's way there")
    _draw(view, groups, found, frames if is_film else [])
    if typical:
        st.dataframe(pd.DataFrame(typical), hide_index=True, key="typical")
        st.markdown(agreement_in_words(view.meanings, groups))
    if has_vector:
        neighbours_part(learned.vectors, view.vectors, view.points, asked.strip())


def view_on_screen(learned: Learned) -> View:
    """Return what is on the map at the moment."""
    wanted = learned.vectors.known([*usable(SEARCH).split(), usable(ASKED).strip()])
    vectors = chosen_words(learned, usable(SHOWN), wanted)
    method = usable(METHOD)
    frames = _frames(vectors, method, int(usable(DIMENSIONS)[0]), usable(PERPLEXITY))
    return View(vectors, frames[-1], _axes(vectors, method), tuple(learned.group_of_words(vectors.words)))


def _searched(vectors: WordVectors) -> list[str]:
    """Draw the search, and return those of the words searched for that have a vector."""
    words = controls.line(SEARCH, "Search: words to highlight, separated by spaces").split()
    say_if_unknown(vectors, words)
    return vectors.known(words)


def chosen_words(learned: Learned, num_shown: int, wanted: list[str]) -> WordVectors:
    """Take the words of a group of meaning first, then the first ones; the wanted ones always."""
    vectors = learned.vectors
    groups = learned.group_of_words(vectors.words)
    ranked = sorted(range(len(vectors)), key=lambda row: groups[row] == "")[:num_shown]
    rows = dict.fromkeys([*(vectors.find(word) for word in wanted), *ranked])
    return vectors.subset([vectors.words[row] for row in rows])


def _frames(vectors: WordVectors, method: str, num_components: int, perplexity: int) -> list[np.ndarray]:
    if method == "t-SNE":
        return _tsne_frames(vectors.units, num_components, perplexity)
    return [principal_components(vectors.units, num_components).points]


def _axes(vectors: WordVectors, method: str) -> tuple[str, str]:
    if method == "t-SNE":
        return "t-SNE, first axis (no unit)", "t-SNE, second axis (no unit)"
    explained = principal_components(vectors.units, 2).explained
    first, second = (
        f"{name} component ({share:.0%} of the variance)"
        for name, share in zip(("first", "second"), explained, strict=True)
    )
    return first, second


def _groups(view: View, colours: str, num_clusters: int) -> tuple[list[str], list[dict[str, str]]]:
    if colours == "meaning":
        return list(view.meanings), []
    vectors = view.vectors
    found = clusters(vectors.units, num_clusters)
    names = [f"cluster {label + 1}" for label in found.labels]
    typical = [
        {
            "cluster": f"cluster {k + 1}",
            "words": str(len(rows)),
            "typical": ", ".join(vectors.words[i] for i in rows[:8]),
        }
        for k, rows in enumerate(found.typical)
    ]
    return names, typical


def _draw(view: View, groups: list[str], found: list[str], frames: list[np.ndarray]) -> None:
    if len(frames) > 1 and view.points.shape[1] == 2:
        figure = map_film(frames, [20.0 * (k + 1) for k in range(len(frames))], view.vectors.words, groups,
                          title="t-SNE's way to the map", unit="iteration", is_narrow=is_narrow())  # fmt: skip
    else:
        figure = word_map(
            view.points,
            view.vectors.words,
            groups,
            title="The words on a map",
            axes=view.axes,
            highlighted=found,
            is_narrow=is_narrow(),
        )
    frame.figure(figure, key="space", how_to_read=HOW_TO_READ)
    if len(view.vectors) > 2:  # of two words each is the other's only neighbour
        trust = trustworthiness(view.vectors.units, view.points)
        st.markdown(
            f"**How far to trust it.** Trustworthiness **{trust:.2f}**: 1 means that all neighbours on the "
            "map are neighbours in the space too; 0.5 is about what a map drawn by chance gives. "
            f"{company_in_words(view.points, view.meanings)}"
        )
