from __future__ import annotations

import pytest

from tests.browser.test_home import fits
from tests.conftest import ROOT

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_by_its_own_link_on_a_phone_in_the_dark(open_page, name):
    """Also: nothing in the console (see `open_page`), and nothing wider than the screen."""
    page = open_page("" if name == "home" else name, dark=True, phone=True)
    page.get_by_test_id("stStatusWidget").wait_for(state="detached")
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_test_id("stException").count() == 0
    assert fits(page)
