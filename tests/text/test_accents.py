import sys
import unicodedata
from functools import cache

from seqviz.text.accents import FATES, fold_accents


@cache
def latin():
    """Return every letter that Unicode calls Latin."""
    return [chr(c) for c in range(sys.maxunicode + 1) if unicodedata.name(chr(c), "").startswith("LATIN ")]


def test_accents_of_the_lesson():
    assert fold_accents("Sómě Áccěntěd těxt") == "Some Accented text"


def test_every_latin_letter_that_decomposes_loses_its_marks():
    for letter in latin():
        base = unicodedata.normalize("NFD", letter)[0]
        assert fold_accents(letter) == base
        if ord(base) < 0x10000:
            assert fold_accents(base + "\u0301") == base


def test_no_other_character_of_the_basic_plane_changes():
    others = (chr(c) for c in range(0x10000) if not 0xD800 <= c <= 0xDFFF)
    letters = set(latin())
    for character in others:
        composed = unicodedata.normalize("NFC", character)
        if character not in letters and composed not in letters:
            assert fold_accents(character) == composed


def test_other_scripts_keep_their_marks_even_when_they_come_decomposed():
    for word in ("が", "й", "한", "हिन्दी", "ἄ"):
        assert fold_accents(unicodedata.normalize("NFD", word)) == unicodedata.normalize("NFC", word)


def test_the_explained_letters_stay():
    assert all(fold_accents(letter) == letter for letter in FATES)
