from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.settled import settled, until

SHORT = 5_000  # milliseconds until a click is taken for lost


def test_a_step_marks_what_it_changed_by_sign_and_hostile_text_stays_text(visit):
    text = "<img src=x onerror=alert(1)> I don't"
    page = visit(f"cleaning?steps=Expand%20contractions&text={quote(text)}")
    expect(page.locator("del").first).to_have_text("−don't")
    expect(page.locator("ins").first).to_have_text("+do not")
    assert page.locator("img[src=x]").count() == 0
    expect(page.get_by_role("region", name="Expand contractions")).to_contain_text("onerror=alert(1)")


def test_a_step_moved_by_its_arrow_is_moved_in_the_address(visit):
    page = visit("cleaning?steps=Stem&steps=Lower-case")
    page.locator(".st-key-down-stem").get_by_role("button", name="Later").click()
    page.wait_for_url("**/cleaning?*steps=Lower-case&steps=Stem*")


def test_a_clicked_cell_of_the_matrix_unfolds(visit):
    page = visit("counting?weighting=Counts")
    matrix = page.locator(".st-key-matrix canvas").first

    def click_the_last_column_of_the_first_row():
        box = matrix.bounding_box()
        page.mouse.click(box["x"] + box["width"] - 40, box["y"] + box["height"] / 2)

    matrix.wait_for()
    settled(page)
    until(
        lambda: page.wait_for_url("**/counting?*term=conquered*", timeout=SHORT),
        click_the_last_column_of_the_first_row,
    )
    expect(page.get_by_text("“conquered” in document 1: I came I saw")).to_be_visible()


def test_documents_are_written_line_by_line_on_a_phone_and_counted(visit):
    page = visit("counting?weighting=Counts", phone=True)
    box = page.get_by_role("textbox", name="The documents, one a line")
    box.fill("zebras zigzag\nzebras")
    box.blur()
    page.wait_for_url("**/counting?*own=zebras*")
    expect(page.get_by_text("No document contains “came”")).to_be_visible()
    box.press("Control+End")
    box.press_sequentially("\nlions")
    box.blur()
    page.wait_for_url("**/counting?*lions*")
    expect(page.get_by_text("Document to look into, 1 to 3")).to_be_visible()
