"""Send a text through a chain of cleaning steps, and see what each changes and loses."""

from seqviz.lessons.cleaning import controls as chain
from seqviz.lessons.cleaning import effects as on_corpus
from seqviz.lessons.cleaning import own_pattern, words
from seqviz.lessons.cleaning import stages as picture
from seqviz.lessons.cleaning.controls import EXAMPLES, TYPED
from seqviz.lessons.cleaning.misconceptions import misconceptions
from seqviz.lessons.cleaning.tasks import TASKS, Screen
from seqviz.text.accents import fold_accents
from seqviz.text.chain import STEPS, USUAL, clean
from seqviz.text.contractions import expand_contractions
from seqviz.text.losses import corpus_effects
from seqviz.text.markup import strip_html
from seqviz.text.stop_words import remove_stop_words
from seqviz.text.symbols import remove_special_characters
from seqviz.ui import frame
from seqviz.ui.state.tabs import Tabs
from seqviz.ui.texts import source as text_source

PARTS = Tabs(
    {
        "Step by step": own_pattern.SETTINGS,
        "Two sentences": picture.SETTINGS,
        "The whole corpus": (),
        "Stem and lemma": words.SETTINGS,
    }
)

frame.introduction(
    "Cleaning",
    "What does each cleaning step change in a text, and what does it lose?",
    *text_source.settings(TYPED),
    *chain.SETTINGS,
    *PARTS.settings(),
)
corpus = text_source.choose_corpus()
text = text_source.choose_text(TYPED, EXAMPLES, corpus)
order, options = chain.chain_controls()
effects = on_corpus.effects_of(corpus, order, options)
stages, sentences, in_corpus, lemmas = PARTS.draw()
with stages:
    picture.show_stages(text, order, options, effects)
    words.letters_that_stay()
    own_pattern.own_pattern_part(text)
with sentences:
    picture.two_sentences(order, options)
with in_corpus:
    on_corpus.show_effects(corpus, effects)
with lemmas:
    chain.dictionary_note()
    words.side_by_side(options)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, lambda: Screen(text, order, options, picture.sentences()))
with to_predict:
    frame.predict(
        "Which of the usual steps takes the most different words out of the corpus's vocabulary?",
        [STEPS[step].title for step in USUAL],
        lambda: on_corpus.reveal_greatest(corpus),
        answer=on_corpus.greatest(corpus),
    )
frame.misconceptions(misconceptions(options.dictionary))
frame.you_can_now()
frame.code(
    clean, strip_html, fold_accents, expand_contractions, remove_special_characters, remove_stop_words,
    corpus_effects,
)  # fmt: skip
frame.sources(
    [
        "Porter 1980, *An algorithm for suffix stripping*; Porter 2001, *Snowball*; Paice 1990 (Lancaster).",
        "Miller 1995, *WordNet*; Barbaresi, *simplemma* (MIT licence), the bundled word list.",
        "Unicode Standard Annex #15, *Unicode Normalization Forms*: how é comes apart and together again.",
        "BeautifulSoup documentation; Bird, Klein & Loper 2009, *Natural Language Processing with Python*.",
        "The stop words: written for seqviz, `assets/text/stop_words.txt`, MIT licence.",
    ]
)
