from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from contents import HOME, SYLLABUS
from seqviz.ui.further_reading import entries, entries_for

PAGES = [lesson.page for lessons in SYLLABUS.values() for lesson in lessons]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.author.split()[0]} {entry.year}")
def test_an_entry_says_who_when_what_where_and_for_whom(entry):
    address = urlsplit(entry.link)
    assert entry.author.strip()
    assert entry.title.strip()
    assert 1950 < entry.year < 2100
    assert address.scheme == "https"
    assert address.netloc
    assert entry.about.endswith(".")
    assert entry.lessons
    assert set(entry.lessons) <= set(PAGES)
    assert len(set(entry.lessons)) == len(entry.lessons)
    assert not set("[]") & set(entry.title)  # they would end the link


def test_no_text_is_listed_twice():
    assert len({entry.link for entry in entries()}) == len(entries())


def test_every_lesson_has_something_to_read_on():
    without = {page for page in PAGES if not entries_for(page)}
    assert without == {"glossary", "reading", "runs"}
    assert entries_for(HOME.page) == []
