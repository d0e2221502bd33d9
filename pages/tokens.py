"""Cut a text into tokens, number them, and pad a batch of texts to one length."""

from seqviz.lessons.tokens import pictures as picture
from seqviz.lessons.tokens import text as lesson
from seqviz.lessons.tokens.misconceptions import misconceptions
from seqviz.lessons.tokens.tasks import TASKS, on_screen
from seqviz.lessons.tokens.text import EXAMPLES, TYPED
from seqviz.text.padding import buckets, pad, trim
from seqviz.text.tokens import words_as_written
from seqviz.text.vocabulary import Vocabulary
from seqviz.ui import frame
from seqviz.ui.state.tabs import Tabs
from seqviz.ui.texts import source as text_source

PARTS = Tabs(
    {
        "Tokens and ids": text_source.settings(TYPED),
        "A batch": lesson.OF_A_BATCH,
        "What has no id": (),
        "How often each comes": (),
    }
)

frame.introduction(
    "Tokens and vocabulary",
    "Into which pieces is a text cut, and which of them get a number?",
    *lesson.SETTINGS,
    *PARTS.settings(),
)
corpus = text_source.choose_corpus("Corpus that makes the vocabulary")
cut, size = lesson.cut_controls()
known = lesson.counted_corpus(corpus, cut)
vocabulary = lesson.vocabulary_of(known, size) if known else None
ids, batch, unknown, frequent = PARTS.draw()
with ids:
    text = text_source.choose_text(TYPED, EXAMPLES, corpus)
    lesson.show_tokens(text, cut, vocabulary)
if corpus and known and vocabulary:
    with ids:
        lesson.show_vocabulary(known, vocabulary)
    with batch:
        picture.show_batch(cut, vocabulary)
    with unknown:
        picture.show_unknown(corpus, known, cut, size)
    with frequent:
        picture.show_zipf(corpus, known, cut)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, lambda: on_screen(text, cut, size, corpus, known))
with to_predict:
    frame.predict(
        "Take the rarer half of the corpus's vocabulary. Which share of all its tokens does it make up?",
        ("about half", "about a tenth to a quarter", "less than a tenth"),
        lambda: picture.reveal_rare_half(known),
        answer=picture.rare_half_in_words(known),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(words_as_written, Vocabulary, trim, pad, buckets)
frame.sources(
    [
        "Zipf 1949, *Human Behavior and the Principle of Least Effort*.",
        "Marcus, Santorini & Marcinkiewicz 1993 (Penn Treebank): *do* + *n't* as two tokens.",
        "Kiss & Strunk 2006, *Unsupervised Multilingual Sentence Boundary Detection* (Punkt, in NLTK).",
        "Sennrich, Haddow & Birch 2016, *Neural Machine Translation of Rare Words with Subword Units*.",
    ]
)
