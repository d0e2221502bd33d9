from __future__ import annotations

from seqviz.lessons.repair.answers import SETTINGS
from seqviz.lessons.repair.snippets import snippet_named, snippets
from tests.pages.open_page import open_page, texts, widget


def test_the_first_snippet_is_run_before_any_click():
    at = open_page("repair")
    assert at.code[1].value == "i [really] loved it ^_^ a `must_see`"
    assert "Repaired: 0 of 14" in at.get("progress")[0].proto.text


def test_a_wrong_line_is_answered_with_what_it_made_and_where_to_look():
    at = open_page("repair")
    widget(at, "letters_line").set_value("6").run()
    assert at.warning[0].value == "Line 6 is not at fault. Look further up."
    assert at.code[2].value == "what it returns = 'i [really] loved it ^_^ a `must_see`'"
    assert not [control for control in at.pills if control.key == "letters_mending"]


def test_the_right_line_is_mended_and_both_results_stand_side_by_side():
    at = open_page("repair")
    widget(at, "letters_line").set_value("5").run()
    widget(at, "letters_mending").set_value("2").run()
    assert at.warning[0].value.startswith("It does something else, but not yet what it is meant to do.")
    widget(at, "letters_mending").set_value("3").run()
    shown = [code.value for code in at.code]
    assert shown[-2:] == ["i [really] loved it ^_^ a `must_see`", "i really loved it a must see"]
    assert "Repaired: 1 of 14: Letters only" in at.get("progress")[0].proto.text
    assert at.query_params["letters_mending"] == "3"
    at.button(key="next").click().run()
    assert widget(at, "digits_line").value == "none"


def test_an_address_opens_a_snippet_with_its_answers_and_its_picture():
    at = open_page("repair", snippet="Colder and hotter", temperature_line="6", temperature_mending="1")
    assert "The same number off every score" in texts(at)
    assert len(at.get("plotly_chart")) == 1
    at = open_page("repair", snippet="Six ids", maxlen_line="6")
    assert at.code[-1].value == "NameError: name 'maxlen' is not defined"
    assert snippet_named("maxlen").notes[snippet_named("maxlen").lines[5]] in texts(at)


def test_who_has_repaired_everything_is_told_so():
    answers = {}
    for snippet in snippets():
        right = next(k for k, mending in enumerate(snippet.mendings, start=1) if mending.is_right)
        answers |= {
            f"{snippet.name}_line": str(snippet.faulty_lines[0]),
            f"{snippet.name}_mending": str(right),
        }
    at = open_page("repair", **answers)
    assert at.success[-1].value == "Every snippet on this page is repaired."
    assert {setting.name for setting in SETTINGS} == {"snippet", *answers}
