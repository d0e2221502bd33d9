"""Word arithmetic of the Space page: analogies, the odd one out, an axis of one's own, and scores."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from seqviz.corpora.world import analogy_questions
from seqviz.embeddings.evaluation import (
    AnalogyScore,
    EvaluationFileError,
    analogy_score,
    read_questions,
    read_similarities,
    similarity_score,
)
from seqviz.embeddings.projection import principal_components
from seqviz.embeddings.space import Analogy, Neighbour, UnknownWordError, WordVectors
from seqviz.figures.space import Arrow, axis_chart, word_map
from seqviz.ui import controls, frame
from seqviz.ui.address import Text
from seqviz.ui.word_vector_source import Learned
from seqviz.ui.words_shown import plain, words_of

ANALOGY = Text("analogy", "king - man + woman", 120)
ODD = Text("odd", "paris madrid rome dog", 200)
PAIRS = Text("pairs", "woman man, queen king", 300)
ALONG = Text("along", "nurse secretary teacher writer lawyer doctor pilot engineer", 400)
Ratings = list[tuple[str, str, float]]
Questions = dict[str, list[tuple[str, str, str, str]]]
SETTINGS = (ANALOGY, ODD, PAIRS, ALONG)
EXAMPLES = {
    "king − man + woman": "king - man + woman",
    "Madrid − Spain + France": "madrid - spain + france",
    "walked − walk + sing": "walked - walk + sing",
    "puppy − dog + cat": "puppy - dog + cat",
}


@st.fragment
def analogy_part(learned: Learned) -> None:
    """Answer an analogy by arithmetic, with the arrow, the true end point, and the query words in or out."""
    st.subheader("Analogies by arithmetic")
    controls.examples(ANALOGY, EXAMPLES)
    asked = controls.line(ANALOGY, "An analogy: word − word + word")
    parts = words_of(asked.replace("−", " ").replace("-", " ").replace("+", " "))
    if len(parts) != 3:
        st.info("Three words are needed, such as *king − man + woman*.", icon=":material/edit:")
        return
    b, a, c = parts
    try:
        answer = learned.vectors.analogy(a, b, c)
    except UnknownWordError as error:
        st.info(plain(str(error)), icon=":material/search_off:")
        return
    _answers(answer)
    _arrow(learned.vectors, [learned.vectors.words[row] for row in learned.vectors.rows([a, b, c])], answer)


def _answers(answer: Analogy) -> None:
    left, right = st.columns(2)
    left.markdown("**Query words left out** (the method of 2013)")
    left.dataframe(_table(answer.nearest), hide_index=True, key="analogy_without")
    right.markdown("**Query words left in**: what the arithmetic alone finds")
    right.dataframe(_table(answer.nearest_of_all), hide_index=True, key="analogy_with")
    if answer.nearest[0].word != answer.nearest_of_all[0].word:
        st.markdown(
            f"With the query words left in, the nearest word is {plain(answer.nearest_of_all[0].word)}, "
            "one of the three that were put in: the answer owes something to the rule that they do not "
            "count."
        )
    else:
        st.markdown("Here both ways give the same word: the arithmetic alone gets there.")


def _table(nearest: tuple[Neighbour, ...]) -> pd.DataFrame:
    return pd.DataFrame({"word": [n.word for n in nearest], "cosine": [round(n.cosine, 4) for n in nearest]})


def _arrow(vectors: WordVectors, query: list[str], answer: Analogy) -> None:
    a, b, c = query
    names = list(dict.fromkeys([a, b, c, *(n.word for n in answer.nearest)]))
    units = vectors.subset(names).units
    view = principal_components(np.concatenate([units[:3], answer.target[None]]))
    points, target = view.place(units), view.place(answer.target[None])[0]
    end = f"{b} − {a} + {c}"
    figure = word_map(
        np.concatenate([points, target[None]]),
        [*names, end],
        ["query"] * 3 + ["near the end point"] * (len(names) - 3) + ["end point"],
        title="The arrow of the analogy",
        arrows=[
            Arrow(points[0], points[1], f"{a} → {b}"),
            Arrow(points[2], target, f"the same step from {c}"),
        ],
        height=460,
    )
    frame.figure(
        figure,
        key="analogy_arrow",
        how_to_read="The first arrow is the step between the first pair; the second is exactly the same "
        "step, begun at the third word. Where it ends there is usually no word: the answer is the word "
        "nearest to that point (by angle). The picture shows the plane of the four points, "
        f"{view.explained[:2].sum():.0%} of their spread.",
    )


@st.fragment
def odd_part(learned: Learned) -> None:
    """Rank words by how well they fit their company."""
    st.subheader("The odd one out")
    words = words_of(controls.line(ODD, "At least three words"))
    try:
        ranked = learned.vectors.odd_one_out(words)
    except ValueError as error:
        st.info(plain(str(error)), icon=":material/edit:")
        return
    st.markdown(
        f"The odd one out is **{plain(ranked[0].word)}**: it points least where the others' mean points."
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
    text = controls.line(PAIRS, "Pairs of words, from low to high, parted by commas")
    pairs = [tuple(words_of(part)) for part in text.split(",")]
    along = controls.line(ALONG, "Words to set along it")
    if any(len(pair) != 2 for pair in pairs):
        st.info("Each pair needs two words, such as *woman man*.", icon=":material/edit:")
        return
    try:
        axis = learned.vectors.axis([(low, high) for low, high in pairs])
        words = [learned.vectors.words[row] for row in learned.vectors.rows(words_of(along))]
    except ValueError as error:
        st.info(plain(str(error)), icon=":material/search_off:")
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


@st.fragment
def scores_part(learned: Learned) -> None:
    """Score the vectors by the small world's questions or by files that a person uploads."""
    st.subheader("How good are these vectors?")
    questions = analogy_questions() if learned.config.get("corpus") == "world" else {}
    files = st.file_uploader(
        "Files of word pairs with ratings (WordSim, SimLex, MEN), or of analogy questions "
        "(questions-words.txt)",
        ["txt", "csv", "tsv"],
        accept_multiple_files=True,
        key="score_files",
    )
    ratings, asked = _read(files)
    if ratings:
        rows = [_similarity_row(learned.vectors, *each) for each in ratings]
        st.dataframe(pd.DataFrame(rows), hide_index=True, key="similarity")
    questions = questions | asked
    if questions:
        scores = [analogy_score(learned.vectors, section, each) for section, each in questions.items()]
        st.dataframe(_analogy_table(scores), hide_index=True, key="analogy_scores")
    elif not ratings:
        st.caption("Upload a file to score these vectors.")


def _read(files: list[UploadedFile]) -> tuple[list[tuple[str, Ratings]], Questions]:
    """Return what the files hold: ratings by file, and analogy questions by section."""
    ratings: list[tuple[str, Ratings]] = []
    questions: Questions = {}
    for file in files:
        text = file.getvalue().decode("utf-8", "replace")
        try:
            if text.startswith(":"):
                questions |= read_questions(text)
            else:
                ratings.append((file.name, read_similarities(text)))
        except EvaluationFileError as error:
            st.warning(plain(f"{file.name}: {error}"), icon=":material/broken_image:")
    return ratings, questions


def _analogy_table(scores: list[AnalogyScore]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "section": [s.section for s in scores],
            "right": [_share(s.num_right, s.num_known) for s in scores],
            "right, query words left in": [_share(s.num_right_of_all, s.num_known) for s in scores],
            "questions with known words": [f"{s.num_known} of {s.num_questions}" for s in scores],
        }
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def _similarity_row(vectors: WordVectors, name: str, pairs: Ratings) -> dict[str, str]:
    score = similarity_score(vectors, pairs)
    return {
        "file": name,
        "rank correlation with people's ratings": f"{score.rank_correlation:.3f}"
        if score.num_known > 1
        else "–",
        "pairs with known words": f"{score.num_known} of {score.num_pairs}",
    }
