"""Opens one page of the app as a session would: through `contents.py`."""

from __future__ import annotations

import functools

from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test
from streamlit.testing.v1.element_tree import Widget

from tests.conftest import ROOT

TIMEOUT = 60  # seconds; a loaded computer imports torch slowly

#: Every new AppTest would read the metadata of all installed packages, which takes as long as a page.
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)


class _Navigated(PagesManager):
    """AppTest forgets before each run that the app navigates by itself, and would run a file of pages/ alone."""


PagesManager.uses_pages_directory = False
app_test.PagesManager = _Navigated  # type: ignore[misc]


def open_page(page: str, **address: str) -> AppTest:
    """Run the app at a page.

    Args:
        page: the file's name in pages/, without `.py`.
        address: the address's parameters.
    """
    at = AppTest.from_file(str(ROOT / "contents.py"), default_timeout=TIMEOUT)
    for name, text in address.items():
        at.query_params[name] = text
    if page != "home":
        at.switch_page(f"pages/{page}.py")
    at.run()
    assert not at.exception, at.exception
    return at


@functools.cache
def as_opened(page: str, **address: str) -> AppTest:
    """A page that several tests read and none changes: it is opened for the first of them."""
    return open_page(page, **address)


@functools.cache
def typed_over(page: str, **address: str) -> AppTest:
    """A session in which one test after another types over what stood there; whatever that was, the next has to go."""
    return open_page(page, **address)


def texts(at: AppTest) -> str:
    """All sentences that a page shows, one after another: its text, notes, warnings and captions."""
    return " ".join(
        element.value for kind in (at.markdown, at.info, at.warning, at.caption) for element in kind
    )


def widget(at: AppTest, key: str) -> Widget:
    """The control of this key, of whatever kind."""
    groups = (at.slider, at.selectbox, at.number_input, at.toggle, at.segmented_control, at.pills)
    return next(control for group in groups for control in group if control.key == key)
