"""The net that comes with the app and has learned from real sentences: what is said of it, and what it can do."""

from __future__ import annotations

import pytest

from seqviz.corpora.pairs import load_pairs
from seqviz.experiments.translation.claim import LOOKS_WHERE_IT_TRANSLATES
from seqviz.experiments.translation.encoding import EncodedPairs
from seqviz.experiments.translation.measuring import measure_pairs
from seqviz.experiments.translation.trained import TranslationReader
from seqviz.export.bundled_runs import FOLDER, load_bundled_run
from seqviz.text.intervals import share_interval

NAME = "tatoeba-gru"
SAMPLE = 400
OURS = {
    "I have a black dog.": "j'ai un chien noir.",
    "Do you speak French?": "parlez-vous français ?",
    "Where is the train station?": "où est la gare ?",
    "They live in a small village.": "ils vivent dans un petit village.",
}


@pytest.fixture(scope="module")
def run():
    return load_bundled_run(NAME)


@pytest.fixture(scope="module")
def reader(run):
    return TranslationReader.from_run(run.config, run.extras, run.weights)


def test_it_is_small():
    assert (FOLDER / f"{NAME}.safetensors").stat().st_size <= 2_500_000


def test_no_sentence_that_it_read_comes_along(run):
    assert {note.topic for note in run.notes} == {"corpus"}


def test_it_looks_where_it_translates(run):
    assert LOOKS_WHERE_IT_TRANSLATES.holds(run)


@pytest.mark.parametrize(("english", "french"), OURS.items())
def test_it_translates_sentences_of_ours(reader, english, french):
    assert not reader.unknown(english)
    assert reader.text(reader.translate(english).written) == french


def test_it_is_right_about_held_out_sentences_as_often_as_is_said(run, reader, real_data, monkeypatch):
    monkeypatch.setenv("SEQVIZ_TATOEBA", str(real_data / "eng_fra" / "fra.txt.gz"))
    config = run.config
    pairs = load_pairs(
        "tatoeba", max_length=config["max_length"], count=config["num_pairs"], seed=config["seed"]
    )
    assert len(pairs.validation) == run.result["measured"]
    encoded = EncodedPairs(pairs, reader.source_vocabulary, reader.target_vocabulary)
    found = measure_pairs(reader.net, encoded, pairs.validation[:SAMPLE], config["max_length"] + 2)
    interval = share_interval(int(found.right.sum()), SAMPLE, 0.999)
    assert interval.holds(run.result["exact_match"])
    assert found.bleu() == pytest.approx(run.result["bleu"], abs=0.05)
