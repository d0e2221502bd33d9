from __future__ import annotations

import re

from playwright.sync_api import expect


def opened(visit, path, **how):
    page = visit(path, **how)
    page.locator(".cell .stage svg").wait_for()
    return page


def test_keys_walk_through_the_sentence_and_the_address_keeps_the_place(visit):
    page = opened(visit, "lstm_cell")
    stage, current = page.locator(".cell .stage"), page.locator(".cell .tokens [aria-current]")
    expect(current).to_have_text("but")
    stage.press("ArrowRight")
    expect(current).to_have_text("i")
    stage.press("ArrowDown")
    page.wait_for_url(re.compile(r"token=9.*unit=1|unit=1.*token=9"))
    stage.press("Home")
    expect(stage).to_have_attribute("aria-valuenow", "1")


def test_a_step_inside_names_what_happens_and_a_box_opens_its_arithmetic(visit):
    page = opened(visit, "gru_cell")
    for _ in range(3):
        page.locator(".cell .stage").press("n")
    says = page.locator(".cell .says").inner_text()
    shown = re.fullmatch(
        r"3 of 5 · Candidate\. n = tanh\((.+) \+ r · (.+)\) = tanh\((.+)\) = (.+?)\. .*", says
    )
    assert shown
    page.locator(".cell .box").nth(2).click()
    expect(page.locator(".cell .equation")).to_contain_text(f"tanh({shown[3]}) = {shown[4]}")
    page.locator(".cell .stage").press("Escape")
    expect(page.locator(".cell .depth")).to_be_hidden()


def test_a_held_value_is_told_from_what_the_equation_gives(visit):
    page = opened(visit, "lstm_cell?held=cell+state+c&held_at=0.5")
    expect(page.locator(".cell .which select")).to_have_value("1")  # surgery shows itself
    for _ in range(5):
        page.locator(".cell .stage").press("n")
    expect(page.locator(".cell .says")).to_have_text(
        re.compile(r"5 of 7 · New memory\. .* = \d\.\d{4}, but it is held at 0\.5000\.")
    )
    thick = page.locator(".cell .stage rect[rx='12'][stroke-width='4']")
    expect(thick).to_have_count(1)  # the new memory; what follows from it is computed
    page.locator(".cell .which select").select_option("0")
    expect(thick).to_have_count(0)


def test_the_conventions_follow_the_drawings_token(visit):
    page = opened(visit, "gru_cell")
    row = page.locator("[data-testid=stTable]").first.locator("tbody tr").first
    for key in ("ArrowRight", "ArrowDown"):
        page.locator(".cell .stage").press(key)
        state = page.locator(".cell .says").inner_text().rsplit("= ", 1)[1].rstrip(".")
        expect(row).to_contain_text(state)


def test_the_cell_fits_a_phone_in_the_dark(visit):
    page = opened(visit, "lstm_cell", dark=True, phone=True)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
