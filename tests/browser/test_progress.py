"""What a browser remembers of the course, from one session to the next."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.settled import settled, until


def test_a_task_and_a_prediction_are_still_done_after_a_reload_until_they_are_forgotten(open_page):
    page = open_page("cleaning?drop_negations=true&text=not+good")
    page.get_by_role("button", name="Check").first.click()
    expect(page.get_by_text("Negations left: 0 of 1")).to_be_visible()
    page.get_by_role("radiogroup").get_by_text("Stem", exact=True).click()
    expect(page.get_by_text("You said: Stem.")).to_be_visible()
    settled(page)
    page.reload()
    expect(page.get_by_text("Done before.")).to_be_visible()
    expect(page.get_by_text("You said: Stem.")).to_be_visible()
    page.goto(page.url.split("/cleaning")[0])
    expect(page.get_by_text("0 of 4 lessons done · 1 task checked · 1 prediction made")).to_be_visible()
    settled(page)
    page.get_by_text("What this browser remembers").click()
    settled(page)
    asked, forget = (
        page.get_by_role("button", name="Forget all of it"),
        page.get_by_role("button", name="Forget it", exact=True),
    )
    until(lambda: forget.wait_for(timeout=3_000), asked.click)  # the box that holds it is still unfolding
    forget.click()
    expect(page.get_by_text("Begin with Cleaning")).to_be_visible()
    page.wait_for_function("!document.cookie.includes('seqviz_progress')")
