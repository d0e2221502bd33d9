from __future__ import annotations

import pytest

from seqviz.lessons.tokens.text import KIND
from seqviz.ui.texts.source import SOURCES
from tests.pages.open_page import as_opened, open_page, typed_over


def metrics(at):
    return {metric.label: metric.value for metric in at.metric}


def test_the_cat_has_seven_tokens_and_six_once_lower_cased():
    at = open_page("tokens")
    assert metrics(at) == {"tokens": "7", "different tokens": "7", "different, lower-cased": "6"}
    at.toggle(key="lower").set_value(True).run()
    assert metrics(at)["different tokens"] == "6"


def test_the_cat_has_eleven_characters_and_ten_once_lower_cased():
    at = as_opened("tokens", tokens="Characters")
    assert metrics(at)["different tokens"] == "11"
    assert metrics(at)["different, lower-cased"] == "10"


def test_the_different_tokens_are_listed_as_they_first_come():
    at = open_page("tokens", lower="true")
    assert at.text[0].value == "In order of first occurrence: the  cat  sat  on  mat  ."
    at = as_opened("tokens", tokens="Characters")
    assert at.text[0].value == "In order of first occurrence: T  h  e  c  a  t  s  o  n  m  ."
    at = open_page("tokens", text=" ".join(map(str, range(100))))
    assert at.text[0].value.endswith("59 … and 40 more")


def test_the_vocabulary_lists_ids_and_counts():
    listed = open_page("tokens", vocabulary="3").dataframe[1].value
    assert listed["id"].tolist() == [0, 1, 2, 3, 4]
    assert listed["token"].tolist()[:2] == ["<pad>", "<unk>"]
    assert listed["times"].isna().tolist() == [True, True, False, False, False]
    assert listed["times"].dropna().is_monotonic_decreasing


def test_unknown_tokens_get_id_one():
    at = open_page("tokens", text="film zyzzyva")
    table = at.dataframe[0].value
    assert table["id"].tolist()[1] == 1
    assert table["the net sees"].tolist() == ["film", "<unk>"]


@pytest.mark.parametrize("kind", KIND.options)
@pytest.mark.parametrize("text", ["", "\U0001f468\u200d\U0001f469", "שלום עולם", "<b>", "word " * 399])
def test_any_text_is_cut_or_answered_in_a_sentence(text, kind):
    at = typed_over("tokens", tokens=kind.capitalize())
    at.text_area(key="text").set_value(text).run()
    at.text_area(key="batch").set_value(text).run()
    assert not at.exception
    if not text:
        assert any(note.value.startswith("There is no token in this text") for note in at.info)
        assert any(note.value.startswith("There is no token in the batch") for note in at.info)


@pytest.mark.parametrize(("keep", "kept"), [("First", slice(0, 2)), ("Last", slice(1, 3))])
def test_the_net_gets_the_ids_of_the_batch_padded_and_cut(keep, kept):
    text = "the film zyzzyva"
    at = open_page("tokens", text=text, batch=f"{text}\nfilm", length="2", keep=keep, lower="true")
    listed, _, batch = (table.value for table in at.dataframe)
    ids = listed["id"].tolist()
    assert ids[2] == 1
    assert batch.to_numpy().tolist() == [ids[kept], [ids[1], 0]]


@pytest.mark.parametrize("keep", ["first", "last"])
@pytest.mark.parametrize("length", [1, 60])
def test_every_length_is_drawn(keep, length):
    at = typed_over("tokens")
    at.slider(key="length").set_value(length)
    at.segmented_control(key="keep").set_value(keep).run()
    assert not at.exception


def test_a_number_beyond_the_corpus_takes_its_last_text():
    at = open_page("tokens", source=SOURCES["corpus"], number="999999")
    assert any("The corpus has 6,000 texts" in note.value for note in at.info)


def test_signs_that_are_dropped_are_named():
    at = open_page("tokens", text="8/10 (good)")
    assert any(
        text.value.startswith("Not tokens here, and so dropped: /  (  )   (marks that stay")
        for text in at.text
    )
    assert metrics(at)["tokens"] == "3"
    at.segmented_control(key="tokens").set_value("characters").run()
    assert not any("so dropped" in text.value for text in at.text)
