from __future__ import annotations

from seqviz.ui.syllabus import course, lesson_after, lessons


def test_the_course_is_read_in_its_order():
    assert [lesson.page for lesson in course()["Text becomes numbers"]][:2] == ["cleaning", "tokens"]
    assert sum(map(len, course().values())) == len(lessons()), "a page is listed twice"


def test_a_lesson_needs_only_lessons_taught_before_it():
    taught: set[str] = set()
    for lesson in lessons().values():
        assert set(lesson.needs) <= taught, lesson.page
        if lesson.goal:
            taught.add(lesson.page)


def test_a_goal_goes_on_the_sentence_you_can_now_and_has_three_facts_or_none_yet():
    for lesson in lessons().values():
        assert lesson.goal[:1].islower() == bool(lesson.goal), lesson.page
        assert not lesson.goal.endswith("."), lesson.page
        assert len(lesson.facts) in (0, 3), lesson.page
        assert all(fact.endswith(".") for fact in lesson.facts), lesson.page


def test_the_last_lesson_has_none_after_it_and_a_page_to_look_things_up_in_is_never_next():
    after = {page: lesson_after(page) for page in lessons()}
    assert after["cleaning"].page == "tokens"
    assert after["bags"].page == "word2vec"  # of the next part
    assert after["repair"] is None and after["glossary"] is None
