import zlib

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.fasttext import (
    FastText,
    FastTextConfig,
    bucket,
    character_ngrams,
    vector_of_any_word,
)
from seqviz.embeddings.train_in_blocks import train_in_blocks
from tests.embeddings.updates import (
    MASK,
    ON_THE_RING,
    RING,
    WORD_IDS,
    assert_near_gensim,
    assert_step,
    in_float64,
    negative_sampling,
    noise_drawn,
    small_corpus,
    whole_step,
)

TINY = FastTextConfig(dim=6, window=2, epochs=3, subsample=0.0, num_buckets=50)
WORDS = ["where", "here", "her", "cat"]


def test_the_trigrams_of_the_worked_example():
    assert character_ngrams("where", 3, 3) == ["<wh", "whe", "her", "ere", "re>"]


def test_the_word_her_shares_its_trigram_with_where_but_not_its_whole():
    ngrams = character_ngrams("her", 3, 5)
    assert "her" in ngrams and "<her>" not in ngrams
    assert "her" in character_ngrams("where", 3, 3)


@given(word=st.text(max_size=12), shortest=st.integers(1, 4), more=st.integers(0, 4))
def test_every_ngram_is_part_of_the_marked_word(word, shortest, more):
    ngrams = character_ngrams(word, shortest, shortest + more)
    assert all(ngram in f"<{word}>" and shortest <= len(ngram) <= shortest + more for ngram in ngrams)
    assert f"<{word}>" not in ngrams


@given(ngram=st.text(max_size=6), num_buckets=st.integers(1, 100))
def test_a_bucket_is_a_row(ngram, num_buckets):
    assert 0 <= bucket(ngram, num_buckets) < num_buckets


def trained():
    corpus = FlatCorpus(np.array([0, 1, 2, 3] * 30), np.repeat(np.arange(30), 4), np.full(4, 30))
    model = FastText(corpus, WORDS, TINY)
    *_, last = train_in_blocks(corpus, TINY, model)
    assert last.vectors.shape == (len(WORDS) + TINY.num_buckets, TINY.dim)
    return model


def test_a_known_words_vector_is_the_mean_of_its_rows():
    model = trained()
    composed = model.word_vectors()
    for row, word in enumerate(WORDS):
        np.testing.assert_allclose(
            composed[row], vector_of_any_word(word, WORDS, model.vectors(), TINY), rtol=1e-5
        )


def test_an_unseen_word_has_a_vector_and_one_without_ngrams_has_none():
    table = trained().vectors()
    assert np.linalg.norm(vector_of_any_word("wheree", WORDS, table, TINY)) > 0
    assert (vector_of_any_word("", WORDS, table, TINY) == 0).all()


def test_a_misspelling_is_nearer_to_its_word_than_another_word_is():
    table = trained().vectors()
    right, wrong, other = (vector_of_any_word(w, WORDS, table, TINY) for w in ("where", "wherre", "cat"))
    assert right @ wrong / np.linalg.norm(wrong) > right @ other / np.linalg.norm(other)


def test_an_update_moves_every_row_of_a_word_by_the_same_whole_step():
    corpus = FlatCorpus(np.array([0, 3]), np.array([0, 0]), np.array([1, 0, 0, 1]))
    model = FastText(corpus, WORDS, FastTextConfig(dim=4, num_buckets=1000, window=1))
    model.outputs += torch.randn(model.outputs.shape, generator=torch.Generator().manual_seed(0))
    before = model.inputs.clone()
    mask = torch.tensor([[[0.0, 1.0], [0.0, 0.0]]])
    model.update(torch.tensor([[0, 3]]), mask, 0.1, with_loss=False)
    moved = model.inputs - before
    rows = moved[moved.abs().sum(1) > 0]
    assert len(rows) == 1 + len(character_ngrams("where", 3, 6))
    torch.testing.assert_close(rows, rows[:1].expand_as(rows))


@pytest.mark.parametrize(
    ("setting", "message"), [({"shortest": 5, "longest": 4}, "n-grams"), ({"num_buckets": 0}, "num_buckets")]
)
def test_settings_out_of_bounds_are_refused(setting, message):
    with pytest.raises(ValueError, match=message):
        FastTextConfig(**setting)


def test_a_vocabulary_of_another_length_is_refused():
    with pytest.raises(ValueError, match="1 words but 2 counts"):
        FastText(FlatCorpus(np.array([0]), np.array([0]), np.array([1, 1])), ["one"], TINY)


def rows_of(word, number, num_words, num_buckets):
    """The rows of a word's own vector and of its n-grams of 3 to 6 characters."""
    marked = f"<{word}>"
    parts = [marked[k : k + n] for n in range(3, 7) for k in range(len(marked) - n + 1)]
    return [number] + [
        num_words + zlib.crc32(part.encode()) % num_buckets for part in parts if part != marked
    ]


def test_a_whole_update_goes_down_autograds_gradient_and_every_row_takes_the_whole_step():
    words = ["banana", "band", "cab", "an", "bananas", "ba"]
    config = FastTextConfig(dim=4, negatives=3, shared_negatives=5, seed=6, num_buckets=11)
    model = FastText(small_corpus(), words, config)
    before = in_float64(model)
    noise = noise_drawn(6, (6 + 11, 4), 2, 5)
    loss, pairs = torch.zeros((), dtype=torch.float64), MASK.nonzero().tolist()
    for block, i, j in pairs:
        word = int(WORD_IDS[block, i])
        focus = whole_step(before["inputs"][rows_of(words[word], word, 6, 11)])
        context = before["outputs"][WORD_IDS[block, j]]
        loss = loss + negative_sampling(focus, context, before["outputs"][noise[block]], 3 / 5)
    told = model.update(WORD_IDS, MASK.double(), 0.1, with_loss=True)
    assert told == pytest.approx(loss.item() / len(pairs))
    assert_step(model, before, loss, 0.1)


def test_training_comes_near_gensims():
    config = FastTextConfig(**ON_THE_RING, num_buckets=500)
    assert_near_gensim(
        lambda corpus, settings: FastText(corpus, RING, settings),
        config,
        FastText.word_vectors,
        sg=1,
        bucket=500,
        min_n=3,
        max_n=6,
    )
