from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.chain import USUAL, Options, Stage, stages
from seqviz.text.losses import corpus_effects, equal_after, warnings_for
from seqviz.text.marking import Span, changes
from seqviz.text.stems import STEMMERS
from seqviz.text.stop_words import negations, stop_words
from seqviz.text.symbols import KEPT, remove_special_characters

OPTIONS = Options(dictionary="simplemma")
WITHOUT_NOT = Options(dictionary="simplemma", dropped=stop_words() | negations())


def test_changes_are_removed_inserted_or_replaced():
    assert changes("<p>don't go</p>", "do not go") == [
        Span("replaced", "<p>don't", "do not"),
        Span("same", " go", " go"),
        Span("removed", "</p>", ""),
    ]
    assert changes("a b", "a c b")[1] == Span("inserted", "", "c ")


@given(st.text(), st.text())
def test_both_texts_can_be_read_off_the_spans(before, after):
    spans = changes(before, after)
    assert "".join(span.before for span in spans) == before
    assert "".join(span.after for span in spans) == after
    assert all((span.before == span.after) == (span.kind == "same") for span in spans)


def test_a_lost_negation_is_told():
    stage = stages("The film was not good", ("stop",), WITHOUT_NOT)[0]
    assert any("negation is gone: not" in warning for warning in warnings_for(stage))
    assert warnings_for(stages("The film was not good", ("stop",), OPTIONS)[0]) == []


def test_a_contraction_written_out_loses_no_negation_but_a_lost_apostrophe_does():
    assert warnings_for(stages("I don't", ("contractions",), OPTIONS)[0]) == []
    assert any("don't" in warning for warning in warnings_for(stages("I don't", ("special",), OPTIONS)[0]))


def test_a_negation_cut_to_its_stem_is_not_lost():
    for stemmer in STEMMERS:
        options = Options(stemmer, "simplemma")
        (stage,) = stages("Nothing, nowhere, nobody: never, neither, none", ("stem",), options)
        assert not any("negation" in warning for warning in warnings_for(stage))


def test_stop_words_that_stemming_hid_from_the_list_are_told():
    late, early = (
        stages("This was very good", order, OPTIONS) for order in (("stem", "stop"), ("stop", "stem"))
    )
    assert warnings_for(late[1]) == [
        "Stop words that stay, because stemming had cut them before the list was asked: "
        "thi (of “this”), wa (of “was”), veri (of “very”)."
    ]
    assert early[0].after == "good"
    assert warnings_for(early[0]) == []


def test_an_emptied_text_is_told_and_an_empty_one_is_not():
    assert warnings_for(Stage("stop", "the", "")) == ["Nothing is left of the text."]
    assert warnings_for(Stage("stop", " ", "")) == []


def test_stems_that_are_no_words_lost_numbers_capitals_and_accents_are_told():
    assert "ponies → poni" in warnings_for(stages("ponies", ("stem",), OPTIONS)[0])[0]
    assert "22, 7" in warnings_for(stages("at 22 or 7", ("digits",), OPTIONS)[0])[0]
    assert "US → us" in warnings_for(stages("the US army", ("lower",), OPTIONS)[0])[0]
    assert "exposé → expose" in warnings_for(stages("an exposé", ("accents",), OPTIONS)[0])[0]


def test_two_sentences_become_equal_when_negations_are_stop_words():
    pair = ("The film was good", "The film was not good")
    assert equal_after(*pair, USUAL, WITHOUT_NOT) == "stop"
    assert equal_after(*pair, USUAL, OPTIONS) is None
    assert equal_after("same", "same", USUAL, OPTIONS) is None


def test_a_corpus_is_measured_before_and_after_each_step():
    texts = ["It was good.", "It was GOOD.", "It was not good."]
    before, lower, stop = corpus_effects(texts, ("lower", "stop"), WITHOUT_NOT)
    assert (before.num_tokens, before.num_words, before.num_negations) == (13, 6, 1)
    assert (before.num_texts, lower.num_texts, stop.num_texts) == (3, 2, 1)
    assert lower.merged == ("It was good.", "It was GOOD.", "it was good.")
    assert (stop.num_negations, stop.num_words) == (0, 2)


def test_an_empty_corpus_has_no_words():
    (effect,) = corpus_effects([], (), OPTIONS)
    assert (effect.num_tokens, effect.num_words, effect.merged) == (0, 0, None)


def test_what_the_published_classes_lose_and_keep_is_told():
    (cut,) = stages("A_b ïs [8/10] 7²", ("special",), Options(dictionary="simplemma", kept="[^a-zA-z]"))
    assert cut.after == "A_b s [ ]"
    assert warnings_for(cut) == [
        "Letters are gone, and their words are in pieces: ï. Numbers are gone too: 8, 1, 0, 7, ². "
        "Special characters that stay: [, ], _."
    ]
    (ascii_only,) = stages("A_b [c]", ("special",), Options(dictionary="simplemma", kept="[^a-zA-Z]"))
    assert ascii_only.after == "A b c"
    assert warnings_for(ascii_only) == []
    assert warnings_for(stages("A_b ïs [8/10] 7²", ("special",), OPTIONS)[0]) == []


@given(st.text())
def test_only_the_slip_of_the_pen_keeps_the_six_signs_between_z_and_a(text):
    kept = {kept: set(remove_special_characters(text + "[\\]^_`", kept)) & set("[\\]^_`") for kept in KEPT}
    assert kept == {"every script": set(), "[^a-zA-Z]": set(), "[^a-zA-z]": set("[\\]^_`")}
