from __future__ import annotations

import pytest

from seqviz.lessons.cleaning.effects import measure
from seqviz.text import lemmas
from seqviz.text.chain import USUAL
from seqviz.text.losses import corpus_effects
from seqviz.ui.texts.source import SOURCES
from tests.pages.open_page import open_page, texts, typed_over

HOSTILE = [
    "",
    "   \n ",
    "the and of",
    "<div><p>broken <b",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "שלום עולם, مرحبا",
    "<script>alert(1)</script>",
    "word " * 399,
]


def notes(at):
    return [note.value for kind in (at.info, at.warning, at.success, at.error) for note in kind]


def test_it_opens_with_the_chain_of_the_lesson():
    at = open_page("cleaning")
    assert at.multiselect(key="steps").value == list(USUAL)
    assert any("of 6,000 texts: Bundled reviews" in text.value for text in at.markdown)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_cleaned_or_answered_in_a_sentence(text):
    at = typed_over("cleaning")
    at.text_area(key="text").set_value(text).run()
    assert not at.exception
    assert at.text_area(key="text").value == text
    if not text.strip():
        assert any(note.startswith("There is no text yet") for note in notes(at))


def test_a_text_of_stop_words_is_told_to_be_emptied():
    at = open_page("cleaning", text="the and of")
    assert "Nothing is left of the text." in notes(at)


def test_steps_move_go_and_come_back():
    at = open_page("cleaning")
    at.button(key="down:html").click().run()
    assert at.multiselect(key="steps").value[:2] == [USUAL[1], USUAL[0]]
    at.button(key="up:html").click().run()
    assert at.multiselect(key="steps").value == list(USUAL)
    at.button(key="out:stem").click().run()
    assert "stem" not in at.multiselect(key="steps").value
    at.button(key="add:stem").click().run()
    assert at.multiselect(key="steps").value[-1] == "stem"
    at.multiselect(key="steps").set_value([]).run()
    assert any(note.startswith("The chain is empty") for note in notes(at))


def test_negations_as_stop_words_make_two_sentences_one():
    at = open_page("cleaning")
    assert any(note.startswith("They stay different") for note in notes(at))
    at.toggle(key="drop_negations").set_value(True).run()
    assert any("Remove stop words" in note and "the same" in note for note in notes(at))
    assert any(note.startswith("A negation is gone") for note in notes(at))


def test_the_stop_words_can_be_changed():
    at = open_page("cleaning", text="red green")
    at.text_area(key="stop_words").set_value("red").run()
    assert not at.exception
    assert any("2 → 1 tokens" in caption.value for caption in at.caption)


def test_a_typed_text_survives_an_example_and_a_task():
    at = open_page("cleaning")
    at.text_area(key="text").set_value("mine").run()
    at.button(key="example:text:Accents").click().run()
    at.button(key="task:4").click().run()
    at.button(key="typed:text").click().run()
    assert at.text_area(key="text").value == "mine"
    assert "typed:text" not in [button.key for button in at.button]


def test_a_wrong_step_in_the_address_is_named():
    at = open_page("cleaning", steps="Fry")
    assert any(note.startswith("steps needs some of Strip HTML") for note in notes(at))


def test_what_a_long_text_loses_beyond_the_drawn_part_is_told_too():
    at = open_page("cleaning", source=SOURCES["upload"])
    at.toggle(key="drop_negations").set_value(True)
    text = (
        "good film " * 300
        + "never nothing. "
        + " ".join(f"{name}'s hat" for name in ("Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"))
    )
    at.file_uploader(key="text_file").upload("long.txt", text.encode(), "text/plain").run()
    assert any(note.startswith("A negation is gone") and "never" in note for note in notes(at))
    (readings,) = (note for note in notes(at) if "was left as a possessive" in note)
    assert readings.count("it may also stand for") == 6
    assert "And 1 more contractions" in readings


def test_wordnet_out_of_reach_is_told_in_a_sentence(monkeypatch):
    def refuse(*_, **__):
        raise OSError("no network")

    monkeypatch.setattr("nltk.download", refuse)
    monkeypatch.setattr("nltk.data.path", [])
    at = open_page("cleaning")
    at.button(key="wordnet").click().run()
    assert not at.exception
    assert any(note.startswith("WordNet cannot be fetched") for note in notes(at))


def test_the_corpus_is_measured_once_for_the_chain_and_for_the_question(monkeypatch):
    measured = []

    def counted(*corpus_and_chain):
        measured.append(corpus_and_chain)
        return corpus_effects(*corpus_and_chain)

    monkeypatch.setattr("seqviz.lessons.cleaning.effects.corpus_effects", counted)
    measure.clear()
    open_page("cleaning")
    assert len(measured) == 1


def test_the_class_that_articles_print_can_be_run_and_its_losses_are_told():
    at = open_page("cleaning")
    at.button(key="task:3").click().run()
    at.segmented_control(key="letters").set_value("[^a-zA-z]").run()
    (said,) = [note for note in notes(at) if "Special characters that stay" in note]
    assert "é" in said and "8" in said and "[" in said and "^" in said
    at.segmented_control(key="letters").set_value("[^a-zA-Z]").run()
    assert not any("Special characters that stay" in note for note in notes(at))
    assert any("words are in pieces" in note for note in notes(at))
    at.segmented_control(key="letters").set_value("every script").run()
    assert not any("words are in pieces" in note for note in notes(at))


def test_without_wordnet_the_one_lemma_of_each_form_is_told(monkeypatch):
    monkeypatch.setattr("nltk.data.path", [])
    at = open_page("cleaning")
    assert any("knows no parts of speech" in text.value for text in at.markdown)
    assert not any("as verb" in frame.value.columns for frame in at.dataframe)


def test_a_task_is_checked_on_what_is_on_the_screen():
    at = open_page("cleaning")
    at.button(key="task:1").click().run()
    assert "2 of 2 (not)." in texts(at)
    at.toggle(key="drop_negations").set_value(True).run()
    assert "**Done.**" in texts(at)
    at.toggle(key="drop_negations").set_value(False).run()
    assert "**Done.**" not in texts(at)


class FewLemmas:
    """What NLTK's lemmatizer says of three words; `tests/text/test_lemmas.py` asks it itself."""

    KNOWN = {("feeling", "v"): "feel", ("better", "a"): "good", ("sang", "v"): "sing"}

    def lemmatize(self, word, part):
        return self.KNOWN.get((word, part), word)


@pytest.fixture
def wordnet(monkeypatch):
    monkeypatch.setattr(lemmas, "_wordnet", FewLemmas)
    lemmas.lemma.cache_clear()
    yield
    lemmas.lemma.cache_clear()


def test_with_wordnet_the_lemma_is_shown_for_each_part_of_speech(wordnet):
    at = open_page("cleaning", words="feeling better sang")
    table = next(frame.value for frame in at.dataframe if "as verb" in frame.value.columns).set_index("word")
    assert table.loc["feeling", ["as verb", "as noun"]].tolist() == ["feel", "feeling"]
    assert table.loc["better", "as adjective"] == "good"
    assert any("a verb first, then as a noun, and finds *feel*" in text.value for text in at.markdown)


def test_a_pattern_of_ones_own_is_run_and_one_that_would_never_end_is_explained():
    at = open_page("cleaning", text="a" * 60 + "!", pattern=r"a{20}")
    assert "**3 matches**" in texts(at)
    at.text_input(key="pattern").set_value("(a|aa)+$").run()
    assert "catastrophic backtracking" in texts(at)
    assert not at.exception
