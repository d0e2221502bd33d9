from __future__ import annotations

import pytest

from contents import HOME, SYLLABUS
from seqviz.ui.frame import PARTS
from tests.conftest import ROOT
from tests.pages.open_page import open_page

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
LESSONS = [page for page in PAGES if page not in ("home", "glossary")]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_one_title_and_its_parts_in_order(page):
    at = open_page(page)
    assert len(at.title) == 1
    parts = [heading.value for heading in at.subheader if heading.value in PARTS]
    assert parts == ([] if page not in LESSONS else list(PARTS))


@pytest.mark.parametrize("page", LESSONS)
def test_a_lesson_sets_three_tasks_and_each_button_works(page):
    at = open_page(page)
    for number in (1, 2, 3):
        at.button(key=f"task:{number}").click().run()
        assert not at.exception


def test_the_syllabus_lists_every_page_once():
    listed = [HOME.page, *(lesson.page for lessons in SYLLABUS.values() for lesson in lessons)]
    assert sorted(listed) == PAGES


def test_a_wrong_address_is_named_in_a_sentence_that_markdown_cannot_bend():
    at = open_page("home", presenter="**maybe**")
    assert at.warning[0].value.startswith("presenter needs true or false")
    assert r"\*\*maybe\*\*" in at.warning[0].value


def test_home_links_to_every_lesson():
    at = open_page("home")
    links = [link.proto.page for link in at.get("page_link")]
    assert sorted(links) == sorted(lesson.page for lessons in SYLLABUS.values() for lesson in lessons)
