"""Let a net learn to guess the next symbol of a text, and write with it."""

import streamlit as st

from seqviz.lessons.text_generation import memory as text_memory
from seqviz.lessons.text_generation import writing as text_writing
from seqviz.lessons.text_generation.misconceptions import MISCONCEPTIONS
from seqviz.lessons.text_generation.tasks import TASKS, on_screen
from seqviz.lessons.text_generation.training import EPOCH, LANGUAGE
from seqviz.models.language import LanguageNet
from seqviz.models.sampling import SamplingRule, draw
from seqviz.text.ngrams import NgramModel
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Text generation",
    "What must a net find out about a text, only to guess what comes next?",
    *LANGUAGE.controls.settings(),
    EPOCH,
    *text_writing.SETTINGS,
)
say_lost_run(LANGUAGE)
first = st.container()
LANGUAGE.settings()
net = LANGUAGE.results()
with first:
    text_writing.writing_part(net)

frame.tasks(TASKS, on_screen)
frame.predict(
    "The temperature falls from 1 to 0.2. What happens to the share of text found word for word in the training text?",
    text_memory.SHARE,
    text_memory.reveal_temperature,
    answer=text_memory.temperature_answer(),
)
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(LanguageNet, NgramModel, SamplingRule, draw)
frame.sources(
    [
        "Jane Austen, *Emma*, 1816: Project Gutenberg's text, by way of NLTK; public domain in the USA. The app holds "
        "what a net has learned from it, not the book.",
        "Karpathy 2015, *The Unreasonable Effectiveness of Recurrent Neural Networks*; Karpathy, Johnson & Fei-Fei "
        "2015: units that follow quotation marks and line length.",
        "Mikolov et al. 2010, *Recurrent neural network based language model*.",
        "Witten & Bell 1991: the smoothing of the n-grams; the same numbers as NLTK's `WittenBellInterpolated`.",
        "Top-k: Fan, Lewis & Dauphin 2018. Top-p (nucleus): Holtzman et al. 2020.",
    ]
)
