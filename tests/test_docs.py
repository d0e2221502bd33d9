from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
ROWS = [line for line in README.splitlines() if re.match(r"\| \[", line)]


def test_the_readme_is_short():
    assert len(README.splitlines()) < 130


@pytest.mark.parametrize("page", PAGES)
def test_the_readmes_table_has_a_row_for_every_page(page):
    assert sum(f"(pages/{page}.py)" in row for row in ROWS) == 1


@pytest.mark.parametrize("row", ROWS)
def test_every_file_in_the_readmes_table_exists(row):
    named = re.findall(r"[\w/]+\.py\b", row)
    assert len(named) >= 3, "a lesson names its page, its code and its test"
    assert [name for name in named if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_make_target_that_is_named_exists(text):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {word for line in re.findall(r"make ([a-z ]+)", text) for word in line.split()[:1]}
    assert named
    assert named <= targets


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_link_to_a_file_leads_somewhere(text):
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in t]
    assert [t for t in targets if not (ROOT / t).exists()] == []


def test_the_readme_shows_a_picture_of_the_app():
    assert (ROOT / "assets/screenshot.png").stat().st_size > 10_000
