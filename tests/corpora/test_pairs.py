import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.corpora.dates import date_pairs
from seqviz.corpora.french import french_pairs
from seqviz.corpora.pairs import BUNDLED, cut, joined, load_pairs, read_pairs
from seqviz.corpora.records import CorpusError


@pytest.mark.parametrize("task", BUNDLED)
def test_a_bundled_task_is_the_same_every_time_and_validates_on_unseen_sources(task):
    pairs = load_pairs(task, count=600)
    assert pairs == load_pairs(task, count=600)
    assert not {pair.source for pair in pairs.train} & {pair.source for pair in pairs.validation}
    assert len(pairs.train) + len(pairs.validation) == 600


def test_reversals_are_reversed_and_all_lengths_occur():
    pairs = load_pairs("reverse", max_length=5, count=400)
    assert all(pair.target == pair.source[::-1] for pair in pairs.train)
    assert {len(pair.source) for pair in pairs.train} == {1, 2, 3, 4, 5}


def test_every_date_in_words_names_its_iso_date():
    for words, iso in date_pairs(300):
        day = date.fromisoformat(iso)
        assert str(day.year) in words
        assert day.strftime("%B").lower()[:3] in words
        if words.split()[0].endswith("day"):
            assert words.split()[0] == day.strftime("%A").lower()


AGREEMENTS = (
    ("white house", "maison blanche"),
    ("white boat", "bateau blanc"),
    ("beautiful bird", "bel oiseau"),
    ("she does not see", "elle ne voit pas"),
    ("does not see a bird", "ne voit pas d'oiseau"),
    ("I bought", "j'ai acheté"),
    ("we eat the", "nous mangeons l"),
)


@pytest.mark.parametrize(("english", "french"), AGREEMENTS)
def test_french_agrees_elides_and_negates(english, french):
    found = [pair for pair in french_pairs(8_000) if f" {english}" in f" {pair[0]}"]
    assert found
    assert all(french in pair[1] for pair in found)


def test_french_elides_before_every_vowel():
    assert not [pair for pair in french_pairs(2_000) if re.search(r"\b(je|ne|le|la|de) [aeiouéèâ]", pair[1])]


def test_words_are_cut_with_digits_apart_and_joined_again():
    assert cut("J'ai 42 chats.", "words") == ("j'", "ai", "4", "2", "chats", ".")
    assert joined(("j'", "ai", "4", "2", "chats", "."), "words") == "j'ai 42 chats."


@given(st.lists(st.sampled_from(["le", "chat", "noir", "dort"]), min_size=1, max_size=6))
def test_plain_words_survive_cutting_and_joining(tokens):
    assert list(cut(joined(tokens, "words"), "words")) == tokens


def test_pairs_need_a_tab_and_two_sides():
    assert read_pairs("go\tva\tCC-BY\n\nstop\tarrête\n") == [("go", "va"), ("stop", "arrête")]
    with pytest.raises(CorpusError, match="Line 2 has no tab"):
        read_pairs("go\tva\nstop arrête")
    with pytest.raises(CorpusError, match="Line 1 has an empty side"):
        read_pairs("go\t \n")


def test_long_pairs_are_left_out_and_too_few_are_refused(tmp_path):
    file = tmp_path / "pairs.tsv"
    long = " ".join(["word"] * 200)
    file.write_text("".join(f"a{'b' * k}\tc\n" for k in range(60)) + f"{long}\tmot\n")
    assert "1 longer than 40 tokens left out" in load_pairs(str(file)).note
    file.write_text(f"{long}\tmot\n" * 30)
    with pytest.raises(CorpusError, match="at least 20 different pairs.*there are 0"):
        load_pairs(str(file))


def test_tatoeba_pairs_are_read(real_data):
    pairs = load_pairs(str(real_data / "eng_fra" / "fra.txt.gz"), max_length=12)
    assert len(pairs.train) > 3_000


def test_the_note_is_silent_where_nothing_was_left_out():
    assert "left out" not in load_pairs("french").note
