from __future__ import annotations

import functools

import pytest

from contents import HOME, SYLLABUS
from seqviz.ui.frame import FOLDED, PARTS
from seqviz.ui.markdown import escaped
from tests.conftest import ROOT
from tests.pages.controls_in_sight import controls_in_sight
from tests.pages.hostile_address import (
    IN_FIGURES,
    IN_MARKDOWN,
    hostile_texts,
    opened,
    rendered,
)
from tests.pages.open_page import open_page

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
LESSONS = [page for page in PAGES if page not in ("home", "glossary", "reading", "runs")]
MOST_CONTROLS = 8


@functools.cache
def plainly_opened(page):
    return opened(page)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_one_title_and_its_parts_in_order(page):
    at = plainly_opened(page).at
    assert len(at.title) == 1
    parts = [heading.value for heading in at.subheader if heading.value in PARTS]
    folded = [box.label for box in at.expander if box.label in FOLDED]
    assert parts == ([] if page not in LESSONS else list(PARTS))
    assert folded == ([] if page not in LESSONS else list(FOLDED))


@pytest.mark.parametrize("page", PAGES)
def test_headings_are_the_title_its_question_and_then_parts(page):
    at = plainly_opened(page).at
    headings = [heading.tag for kind in (at.title, at.header, at.subheader) for heading in kind]
    assert headings[:2] == ["h1", "h2"] and set(headings[2:]) <= {"h3"}
    assert not [text.value for text in at.markdown if text.value.startswith("#")]


@pytest.mark.parametrize("page", LESSONS)
def test_a_lesson_has_at_most_eight_controls_in_sight(page):
    found = controls_in_sight(plainly_opened(page).at)
    assert len(found) <= MOST_CONTROLS, found


@pytest.mark.parametrize("page", LESSONS)
def test_a_lesson_sets_three_tasks_or_more_and_each_button_works(page):
    at = plainly_opened(page).at
    keys = [button.key for button in at.button if (button.key or "").startswith("task:")]
    assert len(keys) >= 3
    for key in keys:
        at.button(key=key).click().run()
        assert not at.exception
        said = [markdown.value for markdown in at.markdown]
        row = next(k for k, text in enumerate(said) if text.startswith(f"**{key.removeprefix('task:')}.** "))
        assert "**Done.**" not in said[row + 1], "setting a task up is not yet doing it"


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
    assert links.pop(0) == "cleaning"  # with which to begin
    assert sorted(links) == sorted(lesson.page for lessons in SYLLABUS.values() for lesson in lessons)


@functools.cache
def absurdly_opened(page):
    texts = hostile_texts(plainly_opened(page).checked)
    return opened(page, **texts), texts


@pytest.mark.parametrize("page", PAGES)
def test_the_most_absurd_address_gives_the_page_and_a_sentence_for_each_value_refused(page):
    found, texts = absurdly_opened(page)
    said = [warning.value for warning in found.at.warning]
    for name in found.checked:
        is_refused = found.checked[name].fault(texts[name]) is not None
        assert is_refused == any(sentence.startswith(escaped(f"{name} needs ")) for sentence in said), name
    assert found.drawn <= found.checked.keys()


@pytest.mark.parametrize("page", PAGES)
def test_what_a_person_writes_is_never_drawn_as_markup(page):
    found, _ = absurdly_opened(page)
    for kind, text in rendered(found.at):
        bent = IN_FIGURES if kind == "plotly_chart" else IN_MARKDOWN
        assert not [mark for mark in bent if mark in text], (kind, text)
