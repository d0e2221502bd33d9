"""The main script of every session: it checks the address, then opens the page. Its list is the syllabus."""

from __future__ import annotations

import streamlit as st

from seqviz.ui.server import doors
from seqviz.ui.state import address_check, page_state, preferences
from seqviz.ui.state.session import enter, remember
from seqviz.ui.syllabus import Course, Lesson, navigation
from seqviz.ui.widgets.browser_history import browser_history

HOME = Lesson("home", "Home", "What is there to see, and where do I begin?", "home")

SYLLABUS: dict[str, tuple[Lesson, ...]] = {
    "Text becomes numbers": (
        Lesson(
            "cleaning",
            "Cleaning",
            "What does each cleaning step change in a text, and what does it lose?",
            "cleaning_services",
        ),
        Lesson(
            "tokens",
            "Tokens and vocabulary",
            "Into which pieces is a text cut, and which of them get a number?",
            "tag",
        ),
        Lesson(
            "counting",
            "Counting words",
            "How does a text become a row of numbers, and what does each number mean?",
            "calculate",
        ),
        Lesson(
            "bags",
            "What bags cannot do",
            "Which texts look identical to a bag of words, and do they to a recurrent net?",
            "shopping_bag",
        ),
    ),
    "Word vectors": (
        Lesson(
            "word2vec", "Word2vec", "How does a word become numbers by the company it keeps?", "scatter_plot"
        ),
        Lesson(
            "training_tricks",
            "Training tricks",
            "How can a model with a hundred thousand answers learn without scoring them all?",
            "account_tree",
        ),
        Lesson(
            "glove_fasttext",
            "GloVe and fastText",
            "Vectors from counts, and vectors for words never seen: how?",
            "grid_view",
        ),
        Lesson("space", "The space", "What do directions and distances between words mean?", "hub"),
        Lesson("bias", "Bias", "What have vectors learned about people, and can it be taken out?", "balance"),
    ),
    "Recurrence": (
        Lesson(
            "why_sequence",
            "Why sequence",
            "What does a net gain by reading one thing after another?",
            "linear_scale",
        ),
        Lesson(
            "gradients",
            "Gradients through time",
            "How can a net learn from a word it read long ago?",
            "trending_down",
        ),
        Lesson("lstm_cell", "LSTM cell", "At which words does the cell drop its past?", "memory"),
        Lesson(
            "gru_cell",
            "GRU cell",
            "What does a GRU do with two gates for which the LSTM needs three?",
            "developer_board",
        ),
        Lesson(
            "directions",
            "Two directions",
            "What can a net that reads from both ends know, and when is it cheating?",
            "swap_horiz",
        ),
    ),
    "Nets at work": (
        Lesson(
            "sentiment", "Sentiment", "What does a net learn from reviews, and how does it read one?", "mood"
        ),
        Lesson(
            "gate_inspector", "Gate inspector", "What does each unit of a net do at each word?", "grid_on"
        ),
        Lesson(
            "text_generation",
            "Text generation",
            "What must a net find out about a text, only to guess what comes next?",
            "edit_note",
        ),
        Lesson(
            "seq2seq",
            "Seq2seq and attention",
            "How does a whole sentence pass through one vector, and what if it does not fit?",
            "translate",
        ),
        Lesson(
            "where_used",
            "Where these nets were used",
            "What did recurrent nets do for people, and why did others take over?",
            "history_edu",
        ),
    ),
    "Claims": (
        Lesson(
            "claims",
            "Claims on trial",
            "Which sentences that articles repeat hold here, and on what do the others depend?",
            "gavel",
        ),
    ),
    "Practise": (
        Lesson(
            "repair",
            "Repair the code",
            "Which line of this code is at fault, and what does the fault change?",
            "build",
        ),
    ),
    "Look up": (
        Lesson("glossary", "Glossary", "What does this word mean?", "menu_book"),
        Lesson("reading", "Further reading", "Where do I read on?", "local_library"),
    ),
}


def main() -> None:
    """Open the page that was asked for."""
    st.set_page_config(page_title="seqviz", page_icon="assets/icon.png", layout="wide")
    address_check.check(*preferences.SETTINGS)
    page_state.adopt_once(preferences.SETTINGS)
    remember(Course).sections = SYLLABUS
    page = navigation(SYLLABUS, HOME)
    doors.let_in(page.url_path)
    enter(page.url_path, [setting.name for setting in preferences.SETTINGS])
    preferences.style()
    page.run()
    preferences.sidebar()
    browser_history.keep_one_entry_a_page()


if __name__ == "__main__":
    main()
