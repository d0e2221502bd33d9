"""The net that comes with the app and has learned from a real book: what is said of it, and what it can do."""

from __future__ import annotations

import math
import random
import re

import pytest

from seqviz.corpora.prose import load_prose
from seqviz.embeddings.pretrained import load_pretrained
from seqviz.experiments.language_model.claim import BETTER_THAN_COUNTING
from seqviz.experiments.language_model.trained import FORBIDDEN, LanguageReader
from seqviz.export.bundled_runs import FOLDER, load_bundled_run
from seqviz.models.language import nats
from seqviz.models.sampling import SamplingRule, draw

NAME = "emma-lstm"
OURS = "She was very glad to see her old friend again, and they walked home together before dinner."


@pytest.fixture(scope="module")
def run():
    return load_bundled_run(NAME)


@pytest.fixture(scope="module")
def reader(run):
    return LanguageReader.from_run(run.config, run.extras, run.weights)


def bits(reader, text):
    ids = reader.vocabulary.ids(reader.pieces(text))
    return nats(reader.net, ids) / (len(ids) - 1) / math.log(2)


def test_it_is_small():
    assert (FOLDER / f"{NAME}.safetensors").stat().st_size <= 1_000_000


def test_it_predicts_what_it_never_learned_as_well_as_is_said(run, reader, real_data, monkeypatch):
    monkeypatch.setattr("nltk.data.path", [str(real_data / "nltk_data")])
    prose = load_prose(run.config["corpus"])
    assert bits(reader, prose.validation) == pytest.approx(run.result["bits_per_character"], abs=0.002)


def test_it_beats_counting(run):
    assert BETTER_THAN_COUNTING.holds(run)


def test_it_expects_a_sentence_of_ours_and_not_its_letters_in_disorder(reader):
    letters = list(OURS)
    random.Random(0).shuffle(letters)
    assert bits(reader, OURS) < 2.2
    assert bits(reader, "".join(letters)) > 5


def test_what_it_writes_is_english(reader):
    drawn = draw(reader.stepper, reader.ids("It was "), 1_500, SamplingRule(0.5), 0, FORBIDDEN)
    words = re.findall(r"[a-z]{4,}", reader.text(drawn))
    known = set(load_pretrained().words)
    assert len(words) > 100
    assert sum(word in known for word in words) / len(words) > 0.9
