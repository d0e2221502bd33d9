"""The space of word vectors: maps, neighbours, arithmetic, and how much each of them lies."""

from seqviz.embeddings.projection import align, principal_components
from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.tsne import kl_gradient
from seqviz.lessons.space import arithmetic as space_arithmetic
from seqviz.lessons.space import map as space_map
from seqviz.lessons.space import scores as space_scores
from seqviz.lessons.space import senses as space_senses
from seqviz.lessons.space.misconceptions import misconceptions
from seqviz.lessons.space.reveal import nearest_of_all, reveal_exclusion
from seqviz.lessons.space.tasks import TASKS, on_screen
from seqviz.ui import frame
from seqviz.ui.state.tabs import Tabs
from seqviz.ui.vectors import source as word_vector_source

PARTS = Tabs(
    {
        "The map": space_map.SETTINGS,
        "Analogies": (space_arithmetic.ANALOGY,),
        "Several meanings": space_senses.SETTINGS,
        "The odd one out": (space_arithmetic.ODD,),
        "An axis of your own": (space_arithmetic.PAIRS, space_arithmetic.ALONG),
        "Scores": (),
    }
)

frame.introduction(
    "The space of words",
    "What do directions and distances between word vectors mean, and when does the picture of them lie?",
    *word_vector_source.SETTINGS,
    *PARTS.settings(),
)
learned = word_vector_source.choose_vectors() or word_vector_source.pretrained()
word_vector_source.describe(learned)
for place, part in zip(
    PARTS.draw(),
    (
        space_map.map_part,
        space_arithmetic.analogy_part,
        space_senses.senses_part,
        space_arithmetic.odd_part,
        space_arithmetic.axis_part,
        space_scores.scores_part,
    ),
    strict=True,
):
    with place:
        part(learned)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, lambda: on_screen(learned))
with to_predict:
    frame.predict(
        "*king − man + woman* in the vectors chosen above: which word is nearest to the end point if no word "
        "is left out of the search?",
        ("queen", "king", "woman", "another word"),
        lambda: reveal_exclusion(learned),
        answer=nearest_of_all(learned),
    )
frame.misconceptions(misconceptions(learned))
frame.you_can_now()
frame.code(WordVectors.analogy, principal_components, align, kl_gradient)
frame.sources(
    [
        "Mikolov, Yih & Zweig 2013, *Linguistic Regularities in Continuous Space Word Representations*.",
        "Linzen 2016, *Issues in Evaluating Semantic Spaces Using Word Analogies*: what leaving words out "
        "does.",
        "Arora, Li, Liang, Ma & Risteski 2018, *Linear Algebraic Structure of Word Senses*; Peters et al. 2018 (ELMo).",
        "van der Maaten & Hinton 2008, *Visualizing Data using t-SNE*; Venna & Kaski 2001 (trustworthiness).",
        "The vectors of real English: Pennington, Socher & Manning 2014, [GloVe](https://nlp.stanford.edu/projects/glove/).",
        "WordSim-353: Finkelstein et al. 2002; SimLex-999: Hill et al. 2015; MEN: Bruni et al. 2014.",
    ]
)
