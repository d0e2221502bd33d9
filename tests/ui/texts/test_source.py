"""The sources of a text, on a page that reads from all of them."""

from __future__ import annotations

import pytest

from seqviz.ui.texts.source import SOURCES
from tests.pages.open_page import open_page


def notes(at):
    return [note.value for kind in (at.info, at.warning, at.success, at.error) for note in kind]


def test_a_typed_text_survives_a_look_at_the_corpus():
    at = open_page("cleaning")
    at.text_area(key="text").set_value("mine").run()
    at.segmented_control(key="source").set_value("corpus").run()
    assert not at.exception
    at.segmented_control(key="source").set_value("typed").run()
    assert at.text_area(key="text").value == "mine"


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_opens(source):
    assert not open_page("cleaning", source=SOURCES[source]).exception


def test_a_binary_file_is_answered_in_a_sentence_and_a_long_one_is_cleaned():
    at = open_page("cleaning", source=SOURCES["upload"])
    at.file_uploader(key="text_file").upload("cat.png", b"\x89PNG\r\n\x1a\n\0\0\0", "image/png").run()
    assert any("not plain text but binary" in note for note in notes(at))
    at.file_uploader(key="text_file").upload(
        "long.txt", b"<p>I don't sing.</p>\n" * 20_000, "text/plain"
    ).run()
    assert not at.exception
    assert any("Drawn: the first" in caption.value for caption in at.caption)


def test_an_uploaded_file_comes_back_by_its_address():
    at = open_page("cleaning", source=SOURCES["upload"])
    at.file_uploader(key="text_file").upload("mine.txt", "Mine, ich weiß.".encode(), "text/plain").run()
    key = "".join(at.query_params["file"])
    at.file_uploader(key="text_file").upload("cat.png", b"\x89PNG\0", "image/png").run()
    at.button(key="down:html").click().run()
    assert "".join(at.query_params["file"]) == key
    assert sum("not plain text but binary" in note for note in notes(at)) == 1
    again = open_page("tokens", source=SOURCES["upload"], file=key)
    assert again.dataframe[0].value["token"].tolist() == ["Mine", ",", "ich", "weiß", "."]
    assert any(text.value.startswith("In use: mine.txt, 15 characters.") for text in again.text)
    again.segmented_control(key="source").set_value("typed").run()
    assert "file" not in again.query_params


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("upload:gone", "This uploaded file is no longer here"),
        ("upload:../../etc/passwd", "This uploaded file is no longer here"),
        ("x" * 3_000, "file needs a text of at most"),
    ],
)
def test_a_file_that_is_not_there_is_told_in_a_sentence(key, sentence):
    at = open_page("cleaning", source=SOURCES["upload"], file=key)
    assert any(note.startswith(sentence) for note in notes(at))
