"""Faulty code in the manner of tutorials: find the line, mend it, and see what the fault had changed."""

import streamlit as st

from seqviz.lessons.repair import answers, choosing, finding, mending
from seqviz.lessons.repair.answers import SETTINGS, line_of
from seqviz.lessons.repair.misconceptions import misconceptions, num_that_stop
from seqviz.lessons.repair.reveal import reveal_stops
from seqviz.lessons.repair.running import run
from seqviz.lessons.repair.snippets import snippets
from seqviz.lessons.repair.tasks import TASKS, on_screen
from seqviz.ui import frame
from seqviz.ui.state.page_state import value

frame.introduction(
    "Repair the code",
    "Which line of this code is at fault, and what does the fault change?",
    *SETTINGS,
)
snippet = choosing.choose_snippet()
code, result = st.columns([3, 2])
with code:
    finding.find_the_line(snippet)
with result:
    choosing.what_it_does(snippet)
finding.say_whether_found(snippet, value(line_of(snippet)))
found = answers.is_found(snippet)
if found:
    mending.mend_the_line(snippet)
mending.picture(snippet, answers.chosen_mending(snippet) if found else None)
mending.on_to_the_next(snippet)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        f"How many of the {len(snippets())} snippets on this page stop with an error, as they stand?",
        ("1", "5", str(len(snippets()))),
        reveal_stops,
        answer=num_that_stop(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(run)
frame.sources(
    [
        "scikit-learn, [*Common pitfalls*](https://scikit-learn.org/stable/common_pitfalls.html): test data that leak.",
        "Hastie, Tibshirani & Friedman 2009, *The Elements of Statistical Learning*, section 7.10.2: variables chosen "
        "before the split.",
        "PyTorch's documentation of `nn.LSTM` (sequences without a batch) and of `clip_grad_norm_`; Keras's of "
        "`pad_sequences` and of `return_sequences`.",
        "The snippets are our own, in the manner of tutorials.",
    ]
)
