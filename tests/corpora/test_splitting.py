import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.corpora.records import CorpusError, LabelledTexts
from seqviz.corpora.splitting import split_validation


def imdb_like(num_per_class):
    rows = [(label, number) for label in (0, 1) for number in range(num_per_class)]
    rows = [rows[place] for place in np.random.default_rng(1).permutation(len(rows))]
    return LabelledTexts(
        tuple(f"text {label} {number}" for label, number in rows),
        np.array([label for label, _ in rows]),
        tuple(f"train/{('neg', 'pos')[label]}/{number}_{7 * label + 1}" for label, number in rows),
    )


@pytest.mark.parametrize("seed", range(5))
def test_imdb_ids_give_one_block_of_numbers_per_class(seed):
    split = split_validation(imdb_like(120), 0.1, seed)
    for kind in ("neg", "pos"):
        numbers = sorted(
            int(name.split("/")[2].split("_")[0]) for name in split.validation.ids if f"/{kind}/" in name
        )
        assert numbers == list(range(numbers[0], numbers[0] + 12))
    assert "neighbouring ids" in split.note


def test_ids_of_another_shape_are_split_at_random():
    texts = imdb_like(50)
    split = split_validation(LabelledTexts(texts.texts, texts.labels, tuple(map(str, range(100)))), 0.2)
    assert "at random" in split.note and len(split.validation) == 20


@given(
    st.lists(
        st.tuples(st.sampled_from([*"abcdefghij", "A", "B!", "c !", "J"]), st.integers(0, 1)), max_size=40
    ),
    st.floats(0.05, 0.9),
    st.integers(0, 9),
    st.booleans(),
)
def test_every_text_is_on_one_side_and_none_is_lost(rows, share, seed, with_ids):
    rows += [("only bad", 0), ("also bad", 0), ("only good", 1), ("also good", 1)]
    ids = tuple(f"train/{'np'[label]}{'eo'[label]}{'gs'[label]}/{k}_1" for k, (_, label) in enumerate(rows))
    texts = LabelledTexts(
        tuple(text for text, _ in rows), np.array([label for _, label in rows]), ids if with_ids else None
    )
    try:
        split = split_validation(texts, share, seed)
    except CorpusError:
        return
    assert not set(split.train.texts) & set(split.validation.texts)
    assert not {text.upper().strip("!") for text in split.train.texts} & {
        text.upper().strip("!") for text in split.validation.texts
    }
    assert sorted(split.train.texts + split.validation.texts) == sorted(texts.texts)
    assert set(split.train.labels) == set(split.validation.labels) == {0, 1}


def test_the_same_seed_gives_the_same_split():
    first, second, other = (split_validation(imdb_like(60), 0.2, seed).validation.texts for seed in (3, 3, 4))
    assert first == second != other


def test_a_class_of_one_text_is_refused_in_a_sentence():
    texts = LabelledTexts(("a", "b", "c"), np.array([0, 1, 1]))
    with pytest.raises(CorpusError, match="1 negative, 2 positive"):
        split_validation(texts)


def test_a_refused_table_is_told_how_many_different_texts_it_has():
    texts = LabelledTexts(("a", "a", "a", "b", "c"), np.array([0, 0, 0, 1, 1]))
    with pytest.raises(CorpusError, match="1 negative, 2 positive"):
        split_validation(texts)


@pytest.mark.parametrize("share", [0, 1, -0.1, float("nan")])
def test_a_share_that_is_no_share_is_refused(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        split_validation(imdb_like(5), share)
