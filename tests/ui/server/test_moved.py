from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from contents import SYLLABUS
from seqviz.ui.server.moved import MOVED, moved_to
from tests.pages.hostile_address import opened

PAGES = {lesson.page for lessons in SYLLABUS.values() for lesson in lessons}
PARTS = [(page, part) for page, parts in MOVED.items() for part in parts]


@pytest.mark.parametrize(("page", "part"), PARTS, ids=lambda one: getattr(one, "lesson", one))
def test_a_former_address_leads_to_a_lesson_that_knows_its_settings(page, part):
    assert part.lesson in PAGES
    known = opened(part.lesson).checked
    for pattern in part.settings:
        assert any(fnmatchcase(name, pattern) for name in known), pattern


@pytest.mark.parametrize(
    ("page", "names", "lesson"),
    [
        ("glove_fasttext", ["unseen", "run"], "subwords"),
        ("glove_fasttext", ["cell"], "glove"),
        ("glove_fasttext", [], "glove"),
        ("glove", ["unseen"], None),
        ("directions", ["blank"], "filling_gap"),
        ("directions", ["first", "stack_token"], "stacks"),
        ("directions", ["first", "whose", "tag_seed"], None),
    ],
)
def test_what_an_address_shows_decides_where_it_leads(page, names, lesson):
    assert moved_to(page, names) == lesson
