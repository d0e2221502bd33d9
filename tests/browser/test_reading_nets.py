from __future__ import annotations

from xml.etree import ElementTree

from playwright.sync_api import expect


def test_the_drawn_nets_follow_keys_clicks_and_the_sentence(visit):
    page = visit("directions")
    nets = page.locator(".nets")
    nets.locator(".stage svg").wait_for()
    expect(nets.locator(".says")).to_contain_text(
        "Position 4, “teddy”. Forward: the forward state has read words 1 to 4"
    )
    stage = nets.locator(".stage")
    stage.press("ArrowRight")
    expect(stage).to_have_attribute("aria-valuenow", "5")
    nets.locator(".column").first.click()
    expect(nets.locator(".says")).to_contain_text("the forward state has read words 1 to 1, not “said")
    with page.expect_download() as download:
        nets.locator(".svg").click()
    drawing = ElementTree.parse(download.value.path()).getroot()
    assert "both directions: at “he” it has read 9 of 9 words" in "".join(drawing.itertext())
    box = page.get_by_role("textbox", name="First sentence")
    box.fill("Teddy was washed.")
    box.press("Enter")
    expect(nets.locator(".says")).to_contain_text("Position 1, “teddy”")
    expect(stage).to_have_attribute("aria-valuemax", "4")
