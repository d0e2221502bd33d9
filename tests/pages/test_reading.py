from __future__ import annotations

from seqviz.ui.further_reading import entries, entries_for
from tests.pages.open_page import open_page, texts


def links(at):
    return [link.proto.page for link in at.get("page_link")]


def test_every_entry_is_listed_with_links_to_its_lessons():
    at = open_page("reading")
    assert links(at) == [page for entry in entries() for page in entry.lessons]
    assert all(entry.cited in texts(at) for entry in entries())


def test_the_list_can_be_narrowed_to_a_lesson():
    at = open_page("reading", lesson="Bias")
    shown = texts(at)
    assert [entry.cited for entry in entries() if entry.cited in shown] == [
        entry.cited for entry in entries_for("bias")
    ]


def test_a_lesson_lists_what_to_read_after_it_and_links_to_the_list():
    at = open_page("where_used")
    assert all(entry.cited in texts(at) for entry in entries_for("where_used"))
    assert links(at)[-1] == "reading"
    assert at.get("page_link")[-1].proto.query_string == "lesson=Where+these+nets+were+used"
