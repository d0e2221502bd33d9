import gzip

import pytest

from seqviz.corpora.pairs import load_pairs
from seqviz.corpora.records import CorpusError
from seqviz.corpora.tatoeba import VARIABLE

NAMES = [
    f"{first}{last}" for first in ("Al", "Be", "Cy", "Di", "Ed") for last in ("an", "bo", "co", "do", "el")
]
SHORT = [
    (f"{name} {verb}.", f"{name} {verbe}.")
    for name in NAMES
    for verb, verbe in (("left", "partit"), ("sat", "assis"))
]
LONG = [(f"{name} left the old blue house by a lake today.", "quitta la maison.") for name in NAMES]


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "fra.txt.gz"
    path.write_bytes(gzip.compress("\n".join("\t".join(pair) for pair in SHORT + LONG).encode()))
    monkeypatch.setenv(VARIABLE, str(path))


def test_they_come_from_the_named_file_with_their_source_and_licence(file):
    pairs = load_pairs("tatoeba")
    assert len(pairs.train) + len(pairs.validation) > len(SHORT)
    assert "tatoeba.org" in pairs.source
    assert "CC BY 2.0" in pairs.source


def test_what_is_measured_has_no_near_copy_in_training(file):
    pairs = load_pairs("tatoeba")
    lengths = [len(pair.source) for pair in pairs.validation]
    assert lengths
    assert max(lengths) == 3  # the long ones differ in one word of ten
    assert "are left out: nearly the same was trained on" in pairs.note


def test_without_a_file_a_sentence_says_where_to_get_it(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(
        CorpusError, match="do not come with the app. Get fra-eng.zip from www.manythings.org/anki"
    ):
        load_pairs("tatoeba")
