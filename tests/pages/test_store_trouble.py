"""Pages while another program holds the store: they are shown, and say what they cannot do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from seqviz.ui.server.engine import store
from seqviz.ui.texts import own_files
from tests.pages.open_page import open_page


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """A writer that does not end by itself."""
    monkeypatch.setattr(store(), "patience", 0.1)
    other = sqlite3.connect(store().url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


@pytest.mark.parametrize("page", ["home", "gate_inspector", "text_generation", "lstm_cell"])
def test_every_page_that_reads_the_store_is_shown_while_it_is_locked(page, locked):
    at = open_page(page)
    assert at.title
    assert not at.exception


def test_train_says_that_nothing_can_be_saved_and_works_when_pressed_again(locked):
    at = open_page("sentiment")
    at.number_input(key="seed").set_value(4711).run()
    at.button(key="train").click().run()
    assert not at.exception
    said = at.warning[0].value.replace("\\", "")  # as Markdown shows it
    assert "Nothing can be saved in the store just now: another program is writing to it." in said
    locked.execute("ROLLBACK")
    at.button(key="train").click().run()
    assert not at.exception
    given = at.query_params["run"]
    run = store().run(given if isinstance(given, str) else given[0])
    assert run.config["seed"] == 4711
    store().ask(run.id, run.owner, "stop")


def test_a_file_that_cannot_be_kept_or_deleted_now_is_so_when_asked_again(monkeypatch, locked):
    monkeypatch.setattr(own_files, "owner", lambda: "somebody in trouble")
    locked.execute("ROLLBACK")
    spec = store().uploads.keep(b"mine", "mine.txt", owner="somebody in trouble", use="text")
    at = open_page("word2vec")
    at.file_uploader(key="vector_text").set_value(("x.txt", b"A line of my own. " * 40, "text/plain")).run()
    learn = next(button for button in at.button if button.label == "Learn from this text")
    locked.execute("BEGIN IMMEDIATE")
    learn.click().run()
    assert at.error[0].value.startswith("x.txt is not kept. Nothing can be saved in the store just now")
    at.button(key=f"forget:{spec}").click().run()
    at.button(key=f"delete:{spec}").click().run()
    assert not at.exception
    assert any("Nothing can be saved" in toast.value for toast in at.toast)
    assert store().uploads.read(spec) == b"mine"
    locked.execute("ROLLBACK")
    at.button(key=f"delete:{spec}").click().run()
    assert any(toast.value.endswith("is deleted.") for toast in at.toast)
    assert not {f"forget:{spec}", f"delete:{spec}"} & {button.key for button in at.button}
