import pytest

from seqviz.corpora.loading import known_corpora, load_corpus, load_texts
from seqviz.corpora.records import CorpusError


def test_the_bundled_reviews_need_nothing():
    first = known_corpora()[0]
    assert first.available and first.how_to_get_it == ""
    assert len(load_corpus(first.spec).test) == 1200


def test_every_known_corpus_that_is_missing_says_how_to_get_it():
    assert all(known.available or known.how_to_get_it for known in known_corpora())


@pytest.mark.parametrize("load", [load_corpus, load_texts])
def test_a_path_that_is_not_there_is_named(load):
    with pytest.raises(CorpusError, match="There is no file or folder .*nowhere.csv"):
        load("nowhere.csv")


def test_a_table_is_loaded_by_its_path(tmp_path):
    table = tmp_path / "mine.tsv"
    table.write_text("".join(f"this is text {k}\t{k % 2}\n" for k in range(20)))
    corpus = load_corpus(str(table), validation_share=0.2)
    assert (corpus.name, len(corpus.train), len(corpus.validation), corpus.test) == ("mine.tsv", 16, 4, None)
    assert len(load_texts(table)) == 20


def test_the_real_sst2_is_read(real_data):
    texts = load_texts(real_data / "sst2" / "train.tsv")
    assert len(texts) == 6920 and texts.labels.sum() == 3610
