"""Every lesson says what its first picture is there to show, and it does."""

from __future__ import annotations

import importlib
import importlib.util

import pytest

from contents import HOME, SYLLABUS

PAGES = [HOME.page, *(lesson.page for lessons in SYLLABUS.values() for lesson in lessons)]
WITHOUT_A_PICTURE = {"glossary", "reading", "runs"}


def module_of(page):
    return f"seqviz.lessons.{page}.opening"


DECLARED = [page for page in PAGES if importlib.util.find_spec(module_of(page))]
OPENINGS = [
    pytest.param(opening, id=f"{page}: {opening.claim.sentence}")
    for page in DECLARED
    for opening in importlib.import_module(module_of(page)).OPENINGS
]


def test_every_lesson_says_what_its_first_picture_shows():
    assert set(PAGES) - set(DECLARED) == WITHOUT_A_PICTURE
    assert all(importlib.import_module(module_of(page)).OPENINGS for page in DECLARED)


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_picture_shows_it(opening):
    assert opening.claim.holds(opening.numbers()), opening.claim.sentence
