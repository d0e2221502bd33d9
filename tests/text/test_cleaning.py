"""The cleaning steps one by one, and the chain of the lesson."""

import re
import string
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqviz.text.accents import FATES, fold_accents
from seqviz.text.chain import STEPS, USUAL, Options, clean, stages
from seqviz.text.contractions import ambiguities, expand_contractions
from seqviz.text.markup import strip_html
from seqviz.text.stop_words import negations, negations_in, remove_stop_words, stop_words
from seqviz.text.symbols import remove_digits, remove_special_characters

HEADING = "<h2>I don't know about you but i'm feeling 22</h2>"
OPTIONS = Options(dictionary="simplemma")
LATIN = [chr(c) for c in range(sys.maxunicode + 1) if unicodedata.name(chr(c), "").startswith("LATIN ")]


def test_the_chain_of_the_lesson_step_by_step():
    after = {stage.step: stage.after for stage in stages(HEADING, USUAL, OPTIONS)}
    assert after["html"] == "I don't know about you but i'm feeling 22"
    assert after["contractions"] == "I do not know about you but i am feeling 22"
    assert after["special"] == "I do not know about you but i am feeling 22"
    assert after["stem"] == "I do not know about you but i am feel 22"
    assert after["lemma"] == "I do not know about you but i be feel 22"
    assert after["stop"] == "not know feel 22"


def test_a_chain_without_steps_changes_nothing():
    assert stages(HEADING, (), OPTIONS) == []
    assert clean(HEADING, (), OPTIONS) == HEADING


def test_the_order_of_the_steps_matters():
    assert clean("don't", ("contractions", "special"), OPTIONS) == "do not"
    assert clean("don't", ("special", "contractions"), OPTIONS) == "dont"


@given(st.text(), st.permutations(list(STEPS)))
@settings(max_examples=60, deadline=None)
def test_any_text_passes_any_chain_and_each_stage_begins_where_the_last_ended(text, order):
    passed = stages(text, order, OPTIONS)
    assert passed[0].before == text
    assert all(one.after == two.before for one, two in zip(passed, passed[1:], strict=False))
    assert passed[-1].after == clean(text, order, OPTIONS)


@pytest.mark.parametrize("step", ["accents", "special", "digits", "stop"])
@given(text=st.text() | st.text(st.sampled_from("áéßが1½²_-'’ \n٣ab😀\u200d\u0301")))
@settings(max_examples=80, deadline=None)
def test_a_second_time_changes_nothing_more(step, text):
    once = STEPS[step].apply(text, OPTIONS)
    assert STEPS[step].apply(once, OPTIONS) == once


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>one</p><p>two</p>three<br/>four", "one\ntwo\nthree\nfour"),
        ("<head><title>Two</title></head><body>parts<noscript>off</noscript>", "Two\nparts"),
        ("<select><option>red<option>green</select>", "red\ngreen"),
        ("fish &amp; <b>chips</b>", "fish & chips"),
        ("<script>alert(1)</script><style>p{}</style>seen<!-- unseen -->", "seen"),
        ("3 < 5 and I <3 it", "3 < 5 and I <3 it"),
        ("an <i>unclosed tag", "an unclosed tag"),
        ("broken <div", "broken <div"),
        ("<![", "<!["),
        ("a <![x]> b", "a <![x]> b"),
        ("", ""),
    ],
)
def test_html_gives_what_a_browser_would_show(html, shown):
    assert strip_html(html) == shown


def test_a_megabyte_of_unclosed_tags_is_no_trouble():
    assert strip_html("<a " * 300_000).count("<a") == 300_000


def test_accents_of_the_lesson():
    assert fold_accents("Sómě Áccěntěd těxt") == "Some Accented text"


def test_every_latin_letter_that_decomposes_loses_its_marks():
    for letter in LATIN:
        base = unicodedata.normalize("NFD", letter)[0]
        assert fold_accents(letter) == base
        if ord(base) < 0x10000:
            assert fold_accents(base + "\u0301") == base


def test_no_other_character_of_the_basic_plane_changes():
    others = (chr(c) for c in range(0x10000) if not 0xD800 <= c <= 0xDFFF)
    latin = set(LATIN)
    for character in others:
        composed = unicodedata.normalize("NFC", character)
        if character not in latin and composed not in latin:
            assert fold_accents(character) == composed


def test_other_scripts_keep_their_marks_even_when_they_come_decomposed():
    for word in ("が", "й", "한", "हिन्दी", "ἄ"):
        assert fold_accents(unicodedata.normalize("NFD", word)) == unicodedata.normalize("NFC", word)


def test_the_explained_letters_stay():
    assert all(fold_accents(letter) == letter for letter in FATES)


@pytest.mark.parametrize(
    ("text", "written_out"),
    [
        ("i'm you're we've they'll she'd", "i am you are we have they will she would"),
        ("DON'T Won't can\u2019t shan't", "DO NOT Will not cannot shall not"),
        ("He's been here. She's nice.", "He has been here. She is nice."),
        ("I'd better go, I'd say", "I had better go, I would say"),
        ("He's tired, it's called Up, she's married", "He is tired, it is called Up, she is married"),
        ("It's made of wood. She's made it.", "It is made of wood. She has made it."),
        ("It's happened. It's never been seen.", "It has happened. It has never been seen."),
        ("If I'd known, she'd never seen it", "If I had known, she had never seen it"),
        ("I'd watched it, I'd need it", "I had watched it, I would need it"),
        ("How'd it go, who'd like it", "How did it go, who would like it"),
        ("Ann's hat, the boys' hats, o'clock", "Ann's hat, the boys' hats, o'clock"),
        ("Let's go, 'tis late, they'd've", "Let us go, it is late, they would have"),
    ],
)
def test_contractions_are_written_out(text, written_out):
    assert expand_contractions(text) == written_out


def test_ambiguous_contractions_are_named_with_their_other_readings():
    found = {reading.found: reading for reading in ambiguities("It's Ann's. I'd ain't don't")}
    assert set(found) == {"It's", "Ann's", "I'd", "ain't"}
    assert found["It's"].chosen == "It is"
    assert "has" in found["It's"].others
    assert found["I'd"].others == ("had", "did")
    assert found["Ann's"].chosen == "Ann's"


def test_special_characters_and_digits_are_two_steps():
    text = "I do not know about @you but i am feeling 22"
    kept = remove_special_characters(text)
    assert kept == "I do not know about you but i am feeling 22"
    assert remove_digits(kept) == "I do not know about you but i am feeling"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("good/bad, well-made_thing!", "good bad well made thing"),
        ("don't [a]\\^`", "dont a"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 ok \u2764\ufe0f", "ok"),
        ("हिन्दी می\u200cخواهم שלום", "हिन्दी می\u200cخواهم שלום"),
        ("ß ø ½ ﬁ", "ß ø ½ ﬁ"),
    ],
)
def test_special_characters_are_what_is_neither_letter_nor_number(text, left):
    assert remove_special_characters(text) == left


def test_the_slip_in_a_circulating_pattern_keeps_six_signs():
    kept = {sign for sign in string.punctuation if re.sub("[^a-zA-z]", "", sign)}
    assert kept == set("[\\]^_`")
    assert not any(remove_special_characters(sign) for sign in kept)


def test_digits_of_every_script_go():
    assert remove_digits("a 1 b ٣ c ½ h2o x² Ⅷ") == "a b c ho x"


def test_the_ascii_range_is_letters_digits_and_spaces():
    kept = remove_special_characters(" ".join(string.printable)).split()
    assert set(kept) == set(string.ascii_letters + string.digits)


def test_stop_words_leave_the_negations():
    assert not stop_words() & negations()
    text = "The film was not good and I don't like it"
    assert remove_stop_words(text, stop_words()) == "film not good don't like"
    assert negations_in(text) == ["not", "don't"]
    assert negations_in("I don\u2019t and cannot") == ["don't", "cannot"]


def test_stop_words_in_capitals_go_too_and_parts_of_words_stay():
    assert remove_stop_words("THE THEME of Theo", {"the", "of"}) == "THEME Theo"


@given(
    st.lists(st.sampled_from(["a", "not", "film", "the", "22"])),
    st.sets(st.sampled_from(["a", "not", "the"])),
)
def test_exactly_the_listed_words_go(tokens, dropped):
    assert remove_stop_words(" ".join(tokens), dropped).split() == [t for t in tokens if t not in dropped]


def test_the_lists_of_words_hold_words_alone():
    for words_listed in (stop_words(), negations()):
        assert all(word.strip() and not word.startswith("#") for word in words_listed)
