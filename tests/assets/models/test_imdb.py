"""The nets that have learned from real film reviews are what they say they are."""

from __future__ import annotations

import numpy as np
import pytest
from safetensors.numpy import load_file

from seqviz.corpora.loading import load_corpus
from seqviz.corpora.real_data import REVIEWS
from seqviz.corpora.splitting import take
from seqviz.experiments.sentiment.evaluation import evaluate
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.export.bundled_runs import FOLDER, load_bundled_run
from seqviz.runs.encoding import encode
from seqviz.runs.registry import kind_named
from seqviz.text.tokens import words
from seqviz.text.vocabulary import UNKNOWN

#: Of the validation reviews read again here, as many as a second or two allow.
SAMPLE = 400
FILM_REVIEWS = kind_named("sentiment").pretrained
#: Shares of the validation reviews that the nets get right, at least.
LEAST = {"imdb-lstm": 0.885, "imdb-gru": 0.885, "imdb-rnn": 0.85, "imdb-lstm-last": 0.865}
#: Words that people use of films; the generated world knows none of them.
EVERYDAY = "amazing worst waste interesting funny masterpiece acting boring plot director terrible loved"


def reader_of(name: str) -> SentimentReader:
    run = load_bundled_run(name)
    return SentimentReader.from_run(run.config, run.extras, run.weights)


@pytest.mark.parametrize("name", FILM_REVIEWS)
def test_a_net_is_small_enough_to_look_at_and_knows_peoples_words(name):
    assert (FOLDER / f"{name}.safetensors").stat().st_size <= 800_000
    assert {array.dtype for array in load_file(FOLDER / f"{name}.safetensors").values()} == {np.dtype("f2")}
    reader = reader_of(name)
    assert reader.num_known >= 17_000
    assert (reader.experiment.hidden_sizes, reader.experiment.bidirectional) == ((32,), False)
    assert not reader.encode(EVERYDAY).unknown


@pytest.mark.parametrize("name", FILM_REVIEWS)
def test_a_net_keeps_no_text_and_tells_its_accuracy_with_its_counts(name):
    run = load_bundled_run(name)
    assert "mistakes" not in run.result
    (negative, false_positive), (false_negative, positive) = run.result["confusion"]
    number = negative + false_positive + false_negative + positive
    assert run.result["accuracy"] == (negative + positive) / number >= LEAST[name]
    corpus = next(note.content for note in run.notes if note.topic == "corpus")
    assert (corpus["name"], corpus["validation"]) == ("IMDB", number)


@pytest.fixture(scope="module")
def sample(real_data):
    """Return every so many-th validation review as its tokens, with the labels."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEQVIZ_IMDB", str(real_data / REVIEWS))
        validation = load_corpus("imdb").validation
    chosen = take(validation, range(0, len(validation), len(validation) // SAMPLE))
    return [words(text) for text in chosen.texts], chosen


@pytest.mark.parametrize("name", FILM_REVIEWS)
def test_a_net_gets_as_many_real_reviews_right_as_it_says(name, sample):
    reader = reader_of(name)
    texts = encode(*sample, reader.vocabulary)
    found = evaluate(reader.net, texts.trimmed(reader.experiment.max_length, reader.experiment.keep))
    assert abs(found.accuracy - load_bundled_run(name).result["accuracy"]) < 0.05
    assert np.mean(np.concatenate(texts.token_ids) == UNKNOWN) < 0.06
