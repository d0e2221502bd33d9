import functools
import itertools
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.canvas_page import WORDS, view
from tests.browser.conftest import BACK_TO, PATIENCE
from tests.browser.served import served
from tests.browser.settled import settled

expect.set_options(timeout=PATIENCE)
NUMBERS = itertools.count(1)  # of openings


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(Path(__file__).with_name("canvas_page.py"), tmp_path_factory.mktemp("canvas-home")) as found:
        yield found


@pytest.fixture(scope="module")
def tab(browser, address):
    """Give a function from a screen to its one tab, and what their consoles complained of since the last test."""
    complaints = []

    @functools.cache
    def made(width, height, **more):
        page = browser.new_page(viewport={"width": width, "height": height}, **more)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.goto(address)
        expect(page.get_by_text(re.compile(r"^run \d+:"))).to_be_visible()
        return page

    return made, complaints


@pytest.fixture
def opened(tab):
    """Begin the page anew on a screen, without a reload; a complaint in the console fails the test."""
    made, complaints = tab

    def open_page(query="", width=1440, height=900, **more):
        page, opening = made(width, height, **more), next(NUMBERS)
        page.evaluate(BACK_TO, f"/?{query}&opening={opening}")
        expect(page.get_by_text(f"opening {opening}", exact=True)).to_be_visible()
        settled(page)  # the canvas before has gone
        expect(page.locator(".stage")).to_have_attribute("aria-valuenow", re.compile(r"\d"))
        expect(page.get_by_text(re.compile(r"^run 1:"))).to_be_visible()
        return page

    yield open_page
    assert complaints == []


def run(page):
    return page.get_by_text(re.compile(r"^run \d+:")).inner_text()


def point(page, column, unit, num_columns=12, num_units=16):
    """Return where a value is drawn, in the page's pixels, for a single trace of one gate."""
    box = page.locator(".stage").bounding_box()
    wide = min(110, (box["width"] - 42) / num_columns)
    tall = min(22, 420 / num_units)
    return box["x"] + 34 + (column + 0.5) * wide, box["y"] + 24 + 34 + (unit + 0.5) * tall


def test_keys_scrub_through_tokens_and_units_and_pin_without_a_script_run(opened):
    page = opened()
    page.locator(".stage").focus()
    page.keyboard.down("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("p")
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", "12")
    values = view("net 0", 12, 16, 0).gates["hidden_state"]
    told = f"token 12 of 12, “the”: hidden state h, unit 1: {values[11, 1]:.4f}"
    expect(page.locator(".stage")).to_have_attribute("aria-valuetext", told)
    expect(page.get_by_text("pin 3: was")).to_be_visible()
    page.keyboard.press("Home")
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", "1")
    expect(page.get_by_text(re.compile("^run 2: hidden_state unit 1 token 0 pins \\(2,\\)"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text(re.compile("^run 3: .* pins \\(\\)"))).to_be_visible()


def test_dragging_scrubs_in_the_browser_and_tells_the_server_once_on_release(opened):
    page = opened()
    page.mouse.move(*point(page, 1, 5))
    page.mouse.down()
    for column in range(2, 10):
        page.mouse.move(*point(page, column, 5))
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", "10")
    page.wait_for_timeout(300)
    assert run(page).startswith("run 1:")
    page.mouse.up()
    expect(page.get_by_text("run 2: hidden_state unit 0 token 9 pins ()")).to_be_visible()


def test_the_number_under_the_pointer_is_the_nets(opened):
    page = opened()
    page.mouse.move(*point(page, 3, 7))
    values = view("net 0", 12, 16, 0).gates["hidden_state"]
    expect(page.locator(".tip")).to_contain_text(f"“not”: hidden state h, unit 7: {values[3, 7]:.4f}")


def test_a_click_picks_the_unit_and_the_text_takes_its_colours(opened):
    page = opened()
    before = page.locator(".token").nth(3).evaluate("word => word.style.background")
    page.mouse.click(*point(page, 3, 7))
    expect(page.locator(".heading")).to_contain_text("hidden state h of unit 7")
    assert page.locator(".token").nth(3).evaluate("word => word.style.background") != before
    expect(page.get_by_text("run 2: hidden_state unit 7 token 3 pins ()")).to_be_visible()
    number = page.get_by_role("spinbutton", name="Unit")
    expect(number).to_have_value("7")
    number.fill("99")
    number.press("Enter")
    expect(page.get_by_text("run 3: hidden_state unit 15 token 3 pins ()")).to_be_visible()
    expect(number).to_have_value("15")
    number.fill("")
    page.locator(".stage").focus()
    expect(number).to_have_value("15")


def test_markup_in_a_text_stays_text(opened):
    page = opened()
    assert page.locator(".token").nth(WORDS.index("<b>acting</b>")).inner_text() == "<b>acting</b>"
    assert page.locator(".texts b").count() == 0


def test_a_finger_scrubs_on_a_phone_and_nothing_is_wider_than_the_screen(opened):
    page = opened("units=8", 390, 844, has_touch=True)
    box = page.locator(".stage").bounding_box()
    touch = page.context.new_cdp_session(page)
    spots = [{"x": box["x"] + 60 + 30 * k, "y": box["y"] + 100} for k in range(8)]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": spots[:1]})
    for spot in spots[1:]:
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [spot]})
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", "9")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.get_by_text(re.compile("^run 2: hidden_state unit 0 token 8"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_thousand_tokens_are_windowed_and_the_window_follows(opened):
    page = opened("tokens=1000")
    expect(page.locator(".overview")).to_be_visible()
    page.locator(".stage").focus()
    page.keyboard.press("End")
    expect(page.locator(".stage")).to_have_attribute("aria-valuetext", re.compile("^token 1000 of 1000"))
    overview = page.locator(".overview").bounding_box()
    page.mouse.click(overview["x"] + 34 + (overview["width"] - 42) / 2, overview["y"] + 8)
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", re.compile("^(49|50)\\d$"))


def test_the_picture_can_be_taken_away_as_svg_and_png(opened):
    page = opened("traces=2")
    page.get_by_label("all").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()
    svg = download.value.path().read_text("utf-8")
    assert svg.startswith("<svg") and "&lt;b&gt;acting" in svg and svg.count("<image") >= 18
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_dark_theme_is_followed_and_the_text_alternative_is_there(opened):
    page = opened(color_scheme="dark")
    ground = page.locator("canvas.heat").evaluate(
        "c => [...c.getContext('2d').getImageData(2, 2, 1, 1).data]"
    )
    assert sum(ground[:3]) < 120
    assert "lowest" in page.locator(".alternative").inner_text()


def test_a_double_click_pins_and_the_text_grows_with_the_page(opened):
    page = opened(width=1400)  # a tab of its own, whose text will have grown
    page.mouse.dblclick(*point(page, 3, 7))
    expect(page.get_by_text("pin 4: not")).to_be_visible()
    tall = page.locator(".stage").bounding_box()["height"]
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator("canvas.heat")).to_have_attribute("style", re.compile(f"height: (?!{tall:.0f}px)"))
