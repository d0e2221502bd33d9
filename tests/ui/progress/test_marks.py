from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seqviz.ui.progress.marks import LONGEST, Marks, checksum, read, written
from seqviz.ui.syllabus import lessons

DONE = {
    "cleaning": Marks(True, True, {1, 2, 3}, {checksum("Which?"): 2}),
    "tokens": Marks(opened=True),
}


def test_what_is_written_is_read_again_in_its_order():
    text = written(DONE)
    assert text == f"cleaning:o.d.1.2.3.p{checksum('Which?')}-2~tokens:o"
    assert read(text, lessons()) == DONE
    assert list(read(text, lessons())) == ["cleaning", "tokens"]


def test_a_whole_course_with_forty_questions_on_one_page_fits_into_a_cookie():
    whole = {page: Marks(True, True, {1, 2, 3, 4, 5}, {checksum(page): 1}) for page in lessons()}
    whole["claims"].predictions = {checksum(f"claim {k}"): 3 for k in range(40)}
    assert read(written(whole), lessons()) == whole


def test_what_would_not_fit_loses_its_oldest_lessons():
    many = {f"page{k}": Marks(True, predictions={checksum(str(q)): 0 for q in range(50)}) for k in range(20)}
    text = written(many)
    assert len(text) <= LONGEST
    kept = list(read(text, many))
    assert kept == list(many)[-len(kept) :] and kept


def test_what_is_written_wrongly_is_passed_over_and_the_rest_counts():
    text = "nowhere:o~cleaning:o.0.99.x.p12-3.pzzzzzz-1.2~<b>:o~tokens~~tokens:o.o"
    assert read(text, lessons()) == {"cleaning": Marks(True, tasks={2}), "tokens": Marks(True)}
    assert read("cleaning:o~" * LONGEST, lessons()) == {}


@given(st.text(max_size=200) | st.text("cleanigtoks:.~dp0123456789-", max_size=300))
def test_whatever_a_browser_says_is_read_or_passed_over(text):
    found = read(text, lessons())
    assert found.keys() <= lessons().keys()
    assert read(written(found), lessons()) == found
