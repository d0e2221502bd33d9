from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.settled import settled


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_home_shows_the_course(open_page):
    """On a phone in the dark: `test_every_page.py`."""
    page = open_page()
    page.get_by_role("main").get_by_role("link", name="Glossary").wait_for()
    assert fits(page)


def test_the_server_keeps_the_page_to_its_own_scripts(server, browser):
    page = browser.new_page()  # not `open_page`: the console is to complain
    page.goto(server)
    page.evaluate("""() => { const script = document.createElement('script');
        script.textContent = 'window.stranger = 1'; document.body.append(script) }""")
    assert page.evaluate("window.stranger") is None
    page.close()


def test_a_browser_is_known_again_by_a_cookie_that_scripts_cannot_read(open_page):
    page = open_page()
    first = [c for c in page.context.cookies() if c["name"] == "seqviz_owner"]
    page.reload()
    again = [c for c in page.context.cookies() if c["name"] == "seqviz_owner"]
    assert first[0]["httpOnly"]
    assert first[0]["value"] == again[0]["value"]


def test_presenter_size_enlarges_all_type_and_stays_in_the_address(open_page):
    page = open_page("?presenter=true")
    expect(page.locator("html")).to_have_css("font-size", "21px")
    page.get_by_text("For the lecture hall").click()
    page.get_by_text("Presenter size").click()
    expect(page.locator("html")).to_have_css("font-size", "16px")
    assert "presenter" not in page.url


def test_from_the_link_past_the_menu_it_is_a_few_tabs_to_the_first_control(visit):
    page = visit("cleaning")
    page.get_by_text("Sources", exact=True).wait_for()
    settled(page)
    page.get_by_test_id("stSkipToContent").press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.ariaLabel") == "Corpus to measure":
            break
    expect(page.get_by_role("combobox", name="Corpus to measure")).to_be_focused()
