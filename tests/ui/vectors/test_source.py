import pytest

from tests.pages.open_page import open_page, texts


@pytest.mark.parametrize("source", ["A trained run", "A vector file"])
@pytest.mark.parametrize("page", ["space", "bias"])
def test_without_a_run_or_a_file_real_english_is_shown(page, source):
    at = open_page(page, source=source)
    assert "GloVe's own vectors" in texts(at)


def test_the_page_says_which_vectors_these_are_from_what_and_under_which_licence():
    said = texts(open_page("space"))
    assert "Real English, GloVe 6B: 10,000 words, 50 numbers each" in said
    assert "Wikipedia 2014" in said and "PDDL" in said
    assert "generated for this course" in texts(open_page("space", source="The small world"))
