"""*Set it up* and *Copy link*, in a browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.settled import settled


def test_what_a_task_sets_up_comes_into_sight_and_can_be_taken_back_there(visit):
    page = visit("cleaning?text=Mine")
    page.get_by_role("button", name="Set it up").nth(2).click()
    expect(page.get_by_text("Task 3 is set up: 2 controls changed.")).to_be_visible()
    box = page.get_by_role("textbox", name="Type over it")
    expect(box).to_be_in_viewport()
    page.locator(".notice").get_by_role("button", name="Undo").click()
    expect(box).to_have_value("Mine")
    expect(page.get_by_text("Task 3 is set up")).to_be_hidden()


def test_the_link_to_copy_is_the_pages_address(visit):
    page = visit("cleaning?text=Mine+%26+yours&steps=Stem")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("img", name="QR code of the address")).to_be_visible()
    settled(page)
    assert page.get_by_role("textbox", name="Address of what you see").input_value() == page.url
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_text("Copied.")).to_be_visible()
