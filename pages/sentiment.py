"""Train a net to tell positive reviews from negative ones, then read a review of one's own with it."""

from seqviz.experiments.sentiment.loop import Training
from seqviz.lessons.sentiment import baselines
from seqviz.lessons.sentiment import misconceptions as sentiment_misconceptions
from seqviz.lessons.sentiment.controls import CONTROLS, chosen_baseline
from seqviz.lessons.sentiment.long_reviews import long_reviews_part
from seqviz.lessons.sentiment.page import OF_RUNS, SENTIMENT
from seqviz.lessons.sentiment.tasks import TASKS, on_screen
from seqviz.models.sentiment import SentimentNet
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run
from seqviz.ui.sentences import review as sentiment_reading
from seqviz.ui.state import page_state
from seqviz.ui.state.tabs import Tabs

PARTS = Tabs(
    {
        "Train and compare": (*CONTROLS.settings(), page_state.RUN, *OF_RUNS),
        "Read a review": sentiment_reading.SETTINGS,
    }
)

frame.introduction(
    "Sentiment: train a net and read with it",
    "Can a net learn, from labelled reviews alone, what *not* does to *good*?",
    *PARTS.settings(),
)
say_lost_run(SENTIMENT)
training, reading = PARTS.draw()
with training:
    SENTIMENT.settings()
    baselines.await_baseline(chosen_baseline())
    net = SENTIMENT.results()
with reading:
    sentiment_reading.own_review(net)
    long_reviews_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "A net reads “never boring”. Which of the two words, hidden from the net, changes the answer more?",
        sentiment_reading.GUESSES,
        sentiment_reading.reveal_never_boring,
        answer=sentiment_reading.never_boring_answer(),
    )
frame.misconceptions(sentiment_misconceptions.misconceptions())
frame.you_can_now()
frame.code(SentimentNet, Training)
frame.sources(
    [
        "Hochreiter & Schmidhuber 1997, *Long Short-Term Memory*; Cho et al. 2014 (GRU); Elman 1990 (RNN).",
        "Maas et al. 2011, *Learning Word Vectors for Sentiment Analysis*: the IMDB reviews.",
        "Occlusion: Zeiler & Fergus 2014; Li, Monroe & Jurafsky 2016 for text.",
        "Smith & Topin 2018: the one-cycle schedule of the learning rate.",
        "PyTorch documentation: `torch.nn.RNN`, `torch.nn.LSTM`, `torch.nn.GRU`.",
    ]
)
