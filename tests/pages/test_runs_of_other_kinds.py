"""An address that names a run which belongs to another page, or to none."""

from __future__ import annotations

import random
import re

import pytest

from seqviz.runs.registry import build, known_kinds
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.ui.server.engine import store
from seqviz.ui.syllabus import lessons
from tests.pages.open_page import open_page
from tests.runs.finished import finish
from tests.ui.hostile import MARKDOWN

#: Which kinds of run a page shows; a page that is not here takes no run from the address.
SHOWN = {page: set(lesson.runs) for page, lesson in lessons().items() if lesson.runs}
SAYS_SO = re.compile("of another kind|its own page|the page it belongs to")


def told(at):
    return " ".join(shown.value for shown in (*at.warning, *at.info))


@pytest.fixture(scope="module")
def run_of():
    """Give a finished run of each kind that there is: kind -> its id."""
    desk = WorkerClient(store(), "a test's")
    ids = {kind: finish(store(), desk, build(kind, {}), owner=f"anna with {kind}") for kind in known_kinds()}
    yield ids
    for run_id in ids.values():  # other tests' pages would offer these nets, which have no weights
        store().delete(run_id, store().run(run_id).owner)


@pytest.mark.parametrize("page", [*SHOWN, "home"])
def test_a_page_says_that_a_run_of_another_kind_is_not_its_own(page, run_of):
    others = sorted(run_of.keys() - SHOWN.get(page, set()))
    for kind in random.Random(page).sample(others, 2):  # a page asks only whether the kind is its own
        at = open_page(page, run=run_of[kind])
        assert bool(SAYS_SO.search(told(at))) == (page in SHOWN), (page, kind, told(at))


@pytest.mark.parametrize("page", SHOWN)
def test_a_run_that_never_was_is_told_without_markup(page):
    at = open_page(page, run=MARKDOWN)
    assert re.search("deleted|cannot be read here|run needs", told(at))
    assert "[x](" not in told(at)
