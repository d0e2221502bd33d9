from __future__ import annotations

import pytest

from seqviz.ui.progress.marks import Marks
from seqviz.ui.progress.standing import Standing, go_on_with, standing
from seqviz.ui.syllabus import Lesson

LESSONS = [Lesson(page, page, "?", "tag", goal="count") for page in "abc"] + [
    Lesson("look", "Look", "?", "tag")
]
DONE, OPENED = Marks(True, True, {1, 2, 3}), Marks(True, tasks={1}, predictions={"000000": 1})


def test_a_part_is_as_far_as_its_lessons_are_done():
    come = standing(LESSONS, {"a": DONE, "b": OPENED, "look": Marks(True)})
    assert come == Standing(3, 1, 4, 1)
    assert come.share == 1 / 3


def test_pages_to_look_things_up_in_are_no_part_to_be_done():
    assert standing(LESSONS[3:], {}) is None


@pytest.mark.parametrize(
    ("progress", "page"),
    [
        ({}, None),
        ({"look": Marks(True)}, None),
        ({"a": DONE, "b": OPENED}, "b"),
        ({"b": OPENED, "a": DONE}, "b"),
        ({"b": DONE, "a": Marks(True)}, "a"),
        ({"a": Marks(True), "c": DONE}, "a"),  # from the end back to what was left out
        (dict.fromkeys("abc", DONE), None),
    ],
)
def test_one_goes_on_with_the_lesson_opened_last_or_the_next_that_is_not_done(progress, page):
    lesson = go_on_with(LESSONS, progress)
    assert (lesson and lesson.page) == page
