from __future__ import annotations

from xml.etree import ElementTree

from playwright.sync_api import expect


def test_slider_keys_and_drawing_stay_in_step(open_page):
    page = open_page("why_sequence")
    net = page.locator(".net").first
    net.locator(".stage svg").wait_for()
    stage = net.locator(".stage")
    expect(net.locator(".place")).to_have_value("4")
    stage.press("ArrowRight")
    expect(net.locator(".place")).to_have_value("5")
    expect(net.locator(".says")).to_contain_text("Step 5, “good”")
    stage.press("Home")
    expect(net.locator(".says")).to_contain_text("Step 1, “the”")
    net.locator(".place").fill("3")
    expect(stage).to_have_attribute("aria-valuenow", "3")
    with page.expect_download() as download:
        net.locator(".svg").click()
    drawing = ElementTree.parse(download.value.path()).getroot()
    assert drawing.get("color")  # by itself the file must know its ink
    assert "actors" in "".join(drawing.itertext())


def test_the_state_of_the_trained_net_follows_the_sentence(open_page):
    page = open_page("why_sequence")
    page.locator(".net").first.locator(".stage svg").wait_for()
    box = page.get_by_role("textbox", name="A sentence")
    box.fill("Nothing here was good.")
    box.press("Enter")
    expect(page.get_by_text("A column is a word of “nothing here was good")).to_be_visible()
