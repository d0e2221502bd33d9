from __future__ import annotations

import pytest

from tests.pages.open_page import as_opened, open_page, texts, typed_over


def test_it_shows_where_depth_matters_and_where_it_does_not():
    texts = [text.value for text in as_opened("stacks").markdown if "On the words, whose two" in text.value]
    assert len(texts) == 2  # below the picture, and among the misconceptions
    words, brackets = texts[0].split("On the brackets")
    assert "**Here it takes two layers**" in words
    assert "**Here two layers are not needed**" in brackets


@pytest.mark.parametrize("string", ["", "cats", "((((", "]", "( $5 <i> ]", "()" * 100])
def test_any_string_of_brackets_is_marked_or_answered_in_a_sentence(string):
    at = typed_over("stacks")
    at.text_input(key="brackets").set_value(string).run()
    assert not at.exception
    assert any("at least one bracket" in box.value for box in at.info) is (not string)


def test_a_task_is_checked_on_the_string_that_is_marked():
    at = open_page("stacks", brackets="( a [ b ) c ]")
    at.button(key="check:1").click().run()
    assert "marked as they are: one layer 1, one wide layer 1, two layers 3. **Done.**" in texts(at)


def test_the_guess_about_the_second_layer_is_judged_by_the_nets():
    at = open_page("stacks")
    at.radio(key="prediction").set_value("on the words alone").run()
    assert at.success
