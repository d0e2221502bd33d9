"""Texts and pairs of one's own, uploaded on the pages that learn from them."""

from __future__ import annotations

import pytest

from seqviz.corpora.records import CorpusError
from seqviz.ui.server.engine import store
from seqviz.ui.texts import own_files
from tests.pages.open_page import open_page

PAGES = {
    "text_generation": ("own", "text", "Learn from this text", "A line of my own.\n" * 40, "has 3"),
    "seq2seq": (
        "pairs",
        "task",
        "Learn from these pairs",
        "".join(f"a{k}\tb{k}\n" for k in range(30)),
        "no tab",
    ),
    "word2vec": (
        "vector_text",
        "corpus",
        "Learn from this text",
        "A line of my own.\n" * 40,
        "has 3",
    ),
}


PAGES["glove"] = PAGES["word2vec"]


def upload(page, name, content):
    key, _, button, _, _ = PAGES[page]
    at = open_page(page)
    at.file_uploader(key=key).set_value((name, content.encode(), "text/plain")).run()
    next(each for each in at.button if each.label == button).click().run()
    assert not at.exception
    return at


@pytest.mark.parametrize("page", PAGES)
def test_a_file_of_ones_own_becomes_the_choice_and_a_reload_finds_it_by_its_name(page, monkeypatch):
    monkeypatch.setattr(own_files, "owner", lambda: f"reader of {page}")
    _, menu, _, content, _ = PAGES[page]
    at = upload(page, "mine.txt", content)
    chosen = at.selectbox(key=menu).value
    assert chosen.startswith("upload:")
    assert at.query_params[menu] in ("mine.txt", ["mine.txt"])
    again = open_page(page, **{menu: "mine.txt"})
    assert again.selectbox(key=menu).value == chosen
    assert not [box.value for box in again.warning if "the address" in box.value]


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_cannot_be_learned_is_refused_in_a_sentence(page):
    at = upload(page, "short.txt", "abc")
    assert PAGES[page][4] in at.error[0].value


@pytest.mark.parametrize("page", PAGES)
def test_a_picture_is_no_text_to_learn_from(page):
    key, _, button, _, _ = PAGES[page]
    at = open_page(page)
    at.file_uploader(key=key).set_value(("cat.txt", bytes(range(256)) * 20, "text/plain")).run()
    next(each for each in at.button if each.label == button).click().run()
    assert at.error[0].value.replace("\\", "").startswith("The file is not plain text but binary")


def test_a_second_file_of_the_same_name_is_told_apart_and_a_stranger_sees_neither():
    _, menu, button, content, _ = PAGES["word2vec"]
    at = upload("word2vec", "mine.txt", content)
    at.selectbox(key=menu).select("mine.txt")  # AppTest sends labels, and reads back what they stand for
    at.file_uploader(key="vector_text").set_value(("mine.txt", content.encode(), "text/plain")).run()
    at.selectbox(key=menu).select("mine.txt")
    next(each for each in at.button if each.label == button).click().run()
    assert [name for name in at.selectbox(key=menu).options if "mine" in name] == ["mine.txt", "mine.txt (2)"]
    assert at.query_params[menu] == "mine.txt (2)"
    stranger = open_page("word2vec", corpus="mine.txt (2)")
    assert stranger.warning[0].value.startswith("corpus needs one of")


@pytest.mark.parametrize(
    ("page", "use"), [("text_generation", "prose"), ("seq2seq", "pairs"), ("word2vec", "words")]
)
def test_files_of_ones_own_are_listed_and_can_be_deleted(page, use, monkeypatch):
    monkeypatch.setattr(own_files, "owner", lambda: f"owner of {page}")
    _, menu, _, content, _ = PAGES[page]
    uploads = store().uploads
    mine = uploads.keep(content.encode(), "mine.txt", owner=f"owner of {page}", use=use)
    keeps = uploads.keep(b"x" * 300_000, "another page's.txt", owner=f"owner of {page}", use="text")
    theirs = uploads.keep(b"theirs", "theirs.txt", owner="somebody else", use=use)
    at = open_page(page)
    listed = " ".join(element.value for element in at.markdown)
    assert "mine.txt ·" in listed and "0.3 MB" in listed and "theirs.txt" not in listed
    at.button(key=f"forget:{mine}").click().run()
    assert uploads.read(mine) == content.encode()  # it is asked first
    at.button(key=f"keep:{mine}").click().run()
    assert f"delete:{mine}" not in [button.key for button in at.button]
    at.button(key=f"forget:{mine}").click().run()
    at.button(key=f"delete:{mine}").click().run()
    assert not at.exception
    listed = " ".join(element.value for element in at.markdown)
    assert "mine.txt ·" not in listed and f"forget:{keeps}" in [button.key for button in at.button]
    assert "mine.txt" not in at.selectbox(key=menu).options
    with pytest.raises(CorpusError, match="no longer here"):
        uploads.read(mine)
    assert uploads.read(theirs) == b"theirs"
