"""Scores of the Space page: the small world's questions, and files of ratings and questions of one's own."""

from __future__ import annotations

import hashlib
import math

import numpy as np
import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from seqviz.corpora.world import analogy_questions
from seqviz.embeddings.evaluation import (
    AnalogyScore,
    EvaluationFileError,
    analogy_score,
    is_questions,
    read_questions,
    read_similarities,
    similarity_score,
)
from seqviz.embeddings.space import WordVectors
from seqviz.text.numbers_written import with_minus
from seqviz.ui.markdown import escaped
from seqviz.ui.vectors.source import Learned

Ratings = list[tuple[str, str, float]]
Questions = dict[str, list[tuple[str, str, str, str]]]


@st.fragment
def scores_part(learned: Learned) -> None:
    """Score the vectors by the small world's questions or by files that a person uploads."""
    st.subheader("How good are these vectors?")
    questions = _own_questions(learned)
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
        scores = _answered(learned.vectors, questions)
        st.dataframe(_analogy_table(scores), hide_index=True, key="analogy_scores")
    elif not ratings:
        st.caption("Upload a file to score these vectors.")


def _own_questions(learned: Learned) -> Questions:
    """Return the sections that come with the app of which these vectors know questions; a file brings its own."""
    if not learned.about:
        return {}
    known = learned.vectors.known
    return {name: q for name, q in analogy_questions().items() if any(len(known(each)) == 4 for each in q)}


def _digest(vectors: WordVectors) -> str:
    words = "\n".join(vectors.words).encode()
    return hashlib.blake2b(words + np.ascontiguousarray(vectors.vectors).tobytes()).hexdigest()


@st.cache_data(max_entries=16, show_spinner="Answering the questions …", hash_funcs={WordVectors: _digest})
def _answered(vectors: WordVectors, questions: Questions) -> list[AnalogyScore]:
    return [analogy_score(vectors, section, each) for section, each in questions.items()]


def _read(files: list[UploadedFile]) -> tuple[list[tuple[str, Ratings]], Questions]:
    """Return what the files hold: ratings by file, and analogy questions by section."""
    ratings: list[tuple[str, Ratings]] = []
    questions: Questions = {}
    for file in files:
        text = file.getvalue().decode("utf-8", "replace")
        try:
            if is_questions(text):
                questions |= read_questions(text)
            else:
                ratings.append((file.name, read_similarities(text)))
        except EvaluationFileError as error:
            st.warning(escaped(f"{file.name}: {error}"), icon=":material/broken_image:")
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
        "rank correlation with people's ratings": with_minus(score.rank_correlation, ".3f")
        if math.isfinite(score.rank_correlation)
        else "–",
        "pairs with known words": f"{score.num_known} of {score.num_pairs}",
    }
