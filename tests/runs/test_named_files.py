"""Every file that an experiment's settings can name counts for the run's address, whichever field names it."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import booleans, integers, sampled_from

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.bounds import Text
from seqviz.runs.registry import experiment_class, known_kinds
from seqviz.runs.store.records import TEACHER

#: A trial takes the levels of its own claim and refuses any other text.
NAMES_NO_FILE = {"trial"}
#: Every field, of every kind of experiment, that holds a text of a person's choice.
NAMING = [
    (kind, field.name)
    for kind in known_kinds()
    if kind not in NAMES_NO_FILE
    for field in fields(experiment_class(kind))
    if isinstance(field.metadata["bound"], Text)
]


def experiment_on(kind, field, named):
    return experiment_class(kind)(**{field: str(named)})


def test_the_kinds_that_read_a_persons_files_are_among_those_walked_over():
    assert {"sentiment", "baseline", "language-model", "translation", "word-vectors"} == {
        k for k, _ in NAMING
    }


@pytest.mark.parametrize(("kind", "field"), NAMING)
def test_a_corrected_file_is_learned_from_again(kind, field, store, tmp_path):
    file = tmp_path / "fra.txt"
    file.write_text("go\tva\n")
    first = store.submit(experiment_on(kind, field, file), TEACHER)
    assert store.submit(experiment_on(kind, field, file), TEACHER).id == first.id
    file.write_text("go\tvas-y\n")
    assert store.submit(experiment_on(kind, field, file), TEACHER).id != first.id


@pytest.mark.parametrize(("kind", "field"), NAMING)
def test_a_file_corrected_inside_a_folder_counts_too(kind, field, store, tmp_path):
    folder = tmp_path / "aclImdb"
    review = folder / "train" / "pos" / "0_9.txt"
    review.parent.mkdir(parents=True)
    review.write_text("good")
    first = store.submit(experiment_on(kind, field, folder), TEACHER)
    assert store.submit(experiment_on(kind, field, folder), TEACHER).id == first.id
    review.write_text("very good")
    assert store.submit(experiment_on(kind, field, folder), TEACHER).id != first.id


@pytest.mark.parametrize(("kind", "field"), NAMING)
def test_a_run_on_an_upload_is_private_and_found_by_its_owner_alone(kind, field, store):
    experiment = experiment_on(kind, field, "upload:AAAAAAAAAAAAAAAAAAAAAA")
    assert experiment.is_private()
    assert not experiment_on(kind, field, "reviews").is_private()
    annas, bens = store.submit(experiment, "anna"), store.submit(experiment, "ben")
    assert annas.private
    assert bens.private
    assert annas.id != bens.id
    assert store.submit(experiment, "anna").id == annas.id
    assert [run.id for run in store.runs("anna")] == [annas.id]


def test_a_file_that_is_not_there_leaves_the_refusal_to_the_run(store, tmp_path):
    gone = experiment_on("translation", "task", tmp_path / "gone.txt")
    assert store.submit(gone, TEACHER).id == store.submit(gone, TEACHER).id


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(seed=integers(0, 2**31 - 1), cell=sampled_from(["rnn", "lstm", "gru"]), both=booleans())
def test_equal_settings_have_one_address_and_different_ones_do_not(store, seed, cell, both):
    one = SentimentExperiment(seed=seed, cell=cell, bidirectional=both)
    asked = store.submit(one, TEACHER)
    assert store.submit(SentimentExperiment(seed=seed, cell=cell, bidirectional=both), TEACHER).id == asked.id
    assert store.submit(replace(one, seed=seed ^ 1), TEACHER).id != asked.id
