"""Uploads of every kind, on to what comes of them, and what a reload finds again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.settled import settled
from tests.browser.test_sentiment import FINISHED, SMALL, expect_state

SENTENCES = "The quick brown fox jumps over the lazy dog, and the cat sleeps.\n" * 8
REVIEWS = "text,label\n" + "".join(f'"film {k} was fine",1\n"film {k} was poor",0\n' for k in range(30))
PAIRS = "".join(f"{a}{b}\t{b}{a}\n" for a in "abcdef" for b in "uvwxyz")
VECTORS = "man 1 1 0\nwoman -1 1 0\nking 1 1 2\nqueen -1 1 2\napple 0 -1 0\n"
QUESTIONS = ": my own\nman king woman queen\n"
TINY_NET = "embedding_dim=8&num_epochs=1"
#: Page with its address -> the uploader's label, what a click before it opens, the button, the file, the menu.
LEARNED = {
    f"sentiment?{SMALL}": ("A table", "More reviews", "Learn from this table", REVIEWS, "corpus"),
    f"text_generation?units1=8&{TINY_NET}": (
        "A text", "More texts", "Learn from this text", SENTENCES, "text",
    ),
    f"seq2seq?hidden_size=8&{TINY_NET}": (
        "Source, tab", "Pairs of your own", "Learn from these pairs", PAIRS, "task",
    ),
    "word2vec?dim=10&num_epochs=1": (
        "A plain", "A text of your own", "Learn from this text", SENTENCES, "corpus",
    ),
}  # fmt: skip


def give(page, label, name, content):
    uploader = page.get_by_test_id("stFileUploader").filter(has_text=label)
    uploader.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    )


def assert_no_complaint(page):
    settled(page)
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stAlert").filter(has_text="the address").count() == 0


@pytest.mark.parametrize("address", LEARNED, ids=lambda address: address.split("?")[0])
def test_a_file_of_ones_own_is_learned_from(visit, address):
    """On every page by AppTest, and after a reload: tests/ui/texts/test_own_files.py."""
    label, opened_by, button, content, menu = LEARNED[address]
    page = visit(address)
    page.get_by_test_id("stMainBlockContainer").get_by_text(opened_by).click()
    name = f"{address.split('?')[0]}.txt"
    give(page, label, name, content)
    page.get_by_role("button", name=button).click()
    chosen = re.compile(rf"[?&]{menu}={name}")
    expect(page).to_have_url(chosen)
    page.get_by_role("button", name="Train Shortcut").click()
    expect_state(page, "finished", FINISHED)
    expect(page).to_have_url(chosen)
    assert_no_complaint(page)
    if not address.startswith("sentiment"):
        return
    page.reload()
    expect_state(page, "finished")
    expect(page).to_have_url(chosen)
    assert_no_complaint(page)


def test_vectors_of_ones_own_are_read_and_scored(visit):
    page = visit("space?source=A+vector+file&part=Scores")
    give(page, "GloVe", "mine.vec", VECTORS)
    expect(page.get_by_text("mine.vec: 5 words, 3 numbers each")).to_be_visible(timeout=FINISHED)
    unscored = page.get_by_text("Upload a file to score these vectors.")
    expect(unscored).to_be_visible()
    give(page, "Files of word pairs", "questions.txt", QUESTIONS)
    expect(unscored).to_have_count(0)
    assert_no_complaint(page)
