from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import TimeoutError as NotInTime
from playwright.sync_api import expect


def test_a_step_marks_what_it_changed_by_sign_and_hostile_text_stays_text(open_page):
    text = "<img src=x onerror=alert(1)> I don't"
    page = open_page(f"cleaning?steps=Expand%20contractions&text={quote(text)}")
    expect(page.locator("del").first).to_have_text("−don't")
    expect(page.locator("ins").first).to_have_text("+do not")
    assert page.locator("img[src=x]").count() == 0
    expect(page.get_by_role("region", name="Expand contractions")).to_contain_text("onerror=alert(1)")


def test_a_step_moved_by_its_arrow_is_moved_in_the_address(open_page):
    page = open_page("cleaning?steps=Stem&steps=Lower-case")
    page.locator(".st-key-down-stem").get_by_role("button", name="Later").click()
    page.wait_for_url("**/cleaning?*steps=Lower-case&steps=Stem*")


def _arrives(page, url):
    try:
        page.wait_for_url(url, timeout=3_000)
    except NotInTime:
        return False
    return True


def test_a_clicked_cell_of_the_matrix_unfolds(open_page):
    page = open_page("counting?weighting=Counts")
    matrix = page.locator(".st-key-matrix canvas").first
    matrix.wait_for()
    page.get_by_test_id("stStatusWidget").wait_for(state="detached")
    for _ in range(10):  # a click on a table that is still being drawn is lost
        box = matrix.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + box["width"] - 40, box["y"] + box["height"] / 2)  # last column, first row
        if "term=conquered" in page.url or _arrives(page, "**/counting?*term=conquered*"):
            break
    expect(page.get_by_text("“conquered” in document 1: I came I saw")).to_be_visible()


def test_a_document_typed_into_the_table_is_counted(open_page):
    page = open_page("counting?weighting=Counts")
    table = page.get_by_test_id("stDataFrame").first
    table.wait_for()
    page.get_by_test_id("stStatusWidget").wait_for(state="detached")
    box = table.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 1.5 * box["height"] / 4)
    editor = page.locator("#portal textarea")
    editor.fill("zebras zigzag")
    editor.press("Enter")
    page.wait_for_url("**/counting?*own=zebras*")
    expect(page.get_by_text("No document holds “came”")).to_be_visible()
