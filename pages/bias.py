"""Bias: vectors repeat what the text says of people. One direction can be taken out; the rest stays."""

from seqviz.embeddings.bias_recovery import recover
from seqviz.embeddings.debias import bias_direction, equalise, neutralise
from seqviz.lessons.bias import checks as bias_checks
from seqviz.lessons.bias import direction as bias_parts
from seqviz.lessons.bias.misconceptions import MISCONCEPTIONS
from seqviz.lessons.bias.reveal import CHANCE, MORE, recovered_option, reveal_recovery
from seqviz.ui import frame
from seqviz.ui.vectors import source as word_vector_source

frame.introduction(
    "Bias in word vectors",
    "What have the vectors learned about people, and can it be taken out again?",
    *word_vector_source.SETTINGS,
    *bias_parts.SETTINGS,
    *bias_checks.SETTINGS,
)
learned = word_vector_source.choose_vectors() or word_vector_source.bundled()
word_vector_source.describe(learned)
bench = bias_parts.bench_part(learned)
if bench is not None:
    bias_parts.lean_part(bench)
    bias_checks.guarantees_part(bench)
    bias_checks.analogy_part(bench)
    bias_checks.counter_part(bench)

frame.tasks(
    [
        (
            "Set debiasing to 0, then 50, then 100 %. What happens to the occupations, what to the two "
            "guarantees?",
            {"strength": 50},
        ),
        (
            "Ask *he : doctor :: she : ?* with debiasing at 100 %, then ask for *engineer*, *mechanic* and others. "
            "Where does the first answer after debiasing come from?",
            {"strength": 100, "asked_for": "doctor"},
        ),
        (
            "Debias fully and read the counter-test. Every component is 0 now: can a classifier still find the side, "
            "and from what?",
            {"strength": 100},
        ),
    ]
)
frame.predict(
    "After full debiasing every occupation has component 0 along the gender direction. A classifier that "
    "sees the whole vector tries to tell which way each one leaned. How often is it right?",
    (CHANCE, MORE),
    lambda: reveal_recovery(bench),
    answer=recovered_option(bench),
)
frame.misconceptions(MISCONCEPTIONS)
frame.code(bias_direction, neutralise, equalise, recover)
frame.sources(
    [
        "Bolukbasi, Chang, Zou, Saligrama & Kalai 2016, *Man is to Computer Programmer as Woman is to "
        "Homemaker?*",
        "Gonen & Goldberg 2019, *Lipstick on a Pig: Debiasing Methods Cover up Systematic Gender Biases*.",
        "Caliskan, Bryson & Narayanan 2017, *Semantics derived automatically from language corpora*.",
        "Only two genders are looked at here, because the pronouns of the corpus know no more; people do.",
    ]
)
