import re

from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE

expect.set_options(timeout=PATIENCE)


def opened(visit, query="", **screen):
    page = visit(f"gate_inspector{query}", **screen)
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", re.compile(r"\d"))
    page.get_by_text("Sources", exact=True).wait_for()
    return page


def test_where_the_canvas_is_let_go_stands_in_the_address_and_in_the_arithmetic(visit):
    page = opened(visit)
    page.locator(".stage").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", "5")
    expect(page.get_by_text("Unit 1 of layer 1, forward at token 5: good")).to_be_visible()
    expect(page).to_have_url(re.compile("at_token=4&at_unit=1"))
    expect(page.locator(".stage")).to_have_attribute("aria-valuenow", "5")


def test_the_arithmetic_ends_in_the_digits_that_the_canvas_shows(visit):
    page = opened(visit, "?at_unit=3&at_token=12&at_gate=forget_gate")
    shown = page.locator(".readout tr.gate").nth(1).locator("td").first.inner_text()
    expect(page.get_by_role("table").get_by_text(f"σ → {shown}")).to_be_visible()


def test_a_task_brings_the_canvas_back_however_often_it_was_moved_away(visit):
    page = opened(visit)
    stage = page.locator(".stage")
    for _ in range(2):
        page.get_by_role("button", name="Set it up").nth(0).click()
        expect(stage).to_have_attribute(
            "aria-valuetext", re.compile("^first text, token 4 of .*“not”: cell state")
        )
        stage.focus()
        page.keyboard.press("End")
        expect(page).to_have_url(re.compile("at_token=(?!3)"))


def test_it_fits_a_phone_with_all_gates_at_once(visit):
    page = opened(visit, "?at_all=true", phone=True)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
