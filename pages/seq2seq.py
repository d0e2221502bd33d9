"""An encoder reads, a decoder writes; a fixed vector between them, and attention as the cure."""

import streamlit as st

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.lessons.seq2seq import bottleneck, nets, translating
from seqviz.lessons.seq2seq.misconceptions import misconceptions
from seqviz.lessons.seq2seq.training import EPOCH, TRANSLATION
from seqviz.models.attention import AdditiveAttention, DotAttention
from seqviz.models.decoding import beam_search
from seqviz.models.seq2seq import TranslationNet
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Seq2seq and attention",
    "How does a whole sentence pass through one vector, and what if it does not fit?",
    *TRANSLATION.controls.settings(),
    EPOCH,
    *translating.SETTINGS,
    *bottleneck.BOTTLENECK.controls.settings(),
)
say_lost_run(TRANSLATION, bottleneck.BOTTLENECK)
first = st.container()
TRANSLATION.settings()
net = TRANSLATION.results()
with first:
    translating.translating_part(net)
bottleneck.bottleneck_part()

frame.tasks(
    [
        (
            "Take the attention away: train on dates with none, then with additive attention, the same size and seed.",
            TRANSLATION.controls.values_of(TranslationExperiment(attention="none")) | {"task": "dates"},
        ),
        (
            "Follow an adjective: French puts *red* behind the car. At which step does the decoder look back?",
            {"net": nets.SHOWN, "source": "He bought a red car.", "step": 6},
        ),
        (
            "No teacher: the decoder learns from its own words only. How many epochs longer does it take?",
            TRANSLATION.controls.values_of(TranslationExperiment(teacher_forcing=0.0, num_epochs=12)),
        ),
    ]
)
frame.predict(
    "The largest net of the grid learns to reverse letters without attention. Of the longest sequences, how many does "
    "it write without a mistake?",
    bottleneck.SHARES,
    bottleneck.reveal_longest,
    answer=bottleneck.share_of_longest(),
)
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(TranslationNet, AdditiveAttention, DotAttention, beam_search)
frame.sources(
    [
        "Sutskever, Vinyals & Le 2014, *Sequence to Sequence Learning with Neural Networks*; Cho et al. 2014.",
        "Bahdanau, Cho & Bengio 2015, *Neural Machine Translation by Jointly Learning to Align and Translate*: "
        "additive attention.",
        "Luong, Pham & Manning 2015: dot-product attention, asked by the decoder's state after its update, as here.",
        "The real sentences: [Tatoeba](https://tatoeba.org), paired by "
        "[manythings.org](https://www.manythings.org/anki/); CC BY 2.0 France. The app holds what a net has learned "
        "from them, not the sentences.",
        "BLEU: Papineni et al. 2002, by NLTK's `corpus_bleu`.",
        "Williams & Zipser 1989: teacher forcing. Jain & Wallace 2019: attention is not explanation.",
    ]
)
