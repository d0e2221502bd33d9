"""Bias: vectors repeat what the text says of people. One direction can be taken out; the rest stays."""

from seqviz.embeddings.bias_recovery import recover
from seqviz.embeddings.debias import bias_direction, equalise, indirect_bias, neutralise
from seqviz.lessons.bias import analogies, indirect
from seqviz.lessons.bias import checks as bias_checks
from seqviz.lessons.bias import direction as bias_parts
from seqviz.lessons.bias.misconceptions import MISCONCEPTIONS
from seqviz.lessons.bias.reveal import CHANCE, MORE, recovered_option, reveal_recovery
from seqviz.lessons.bias.tasks import TASKS, on_screen
from seqviz.ui import frame
from seqviz.ui.vectors import source as word_vector_source

frame.introduction(
    "Bias in word vectors",
    "What have the vectors learned about people, and can it be taken out again?",
    *word_vector_source.SETTINGS,
    *bias_parts.SETTINGS,
    *analogies.SETTINGS,
    *bias_checks.SETTINGS,
    *indirect.SETTINGS,
)
learned = word_vector_source.choose_vectors() or word_vector_source.pretrained()
word_vector_source.describe(learned)
bench = bias_parts.bench_part(learned)
if bench is not None:
    bias_parts.lean_part(bench)
    analogies.analogy_part(bench)
    bias_checks.guarantees_part(bench)
    bias_checks.counter_part(bench)
    indirect.indirect_part(bench)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, lambda: on_screen(bench))
with to_predict:
    frame.predict(
        "After full debiasing every occupation has component 0 along the gender direction. A classifier that "
        "sees the whole vector tries to tell which way each one leaned. How often is it right?",
        (CHANCE, MORE),
        lambda: reveal_recovery(bench),
        answer=recovered_option(bench),
    )
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(bias_direction, neutralise, equalise, indirect_bias, recover)
frame.sources(
    [
        "Bolukbasi, Chang, Zou, Saligrama & Kalai 2016, *Man is to Computer Programmer as Woman is to "
        "Homemaker?*",
        "Manzini, Lim, Tsvetkov & Black 2019, *Black is to Criminal as Caucasian is to Police*: sets of more than two "
        "words; Kozlowski, Taddy & Evans 2019, *The Geometry of Culture*: wealth.",
        "Gonen & Goldberg 2019, *Lipstick on a Pig: Debiasing Methods Cover up Systematic Gender Biases*.",
        "Caliskan, Bryson & Narayanan 2017, *Semantics derived automatically from language corpora*.",
        "Only two genders are looked at here, because the corpus has pronouns for only two; people have more.",
    ]
)
