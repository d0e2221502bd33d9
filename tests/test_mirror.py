"""A test file stands where its module does: tests/a/test_b.py tests seqviz/a/b.py, or what the folder seqviz/a/b has.

What tests no single module is named here, with the reason.
"""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT

TESTS = ROOT / "tests"
#: Folders that stand beside seqviz/ and are mirrored like it.
BESIDE = ("pages", "assets", "benchmarks")
#: Files and folders of tests -> why they mirror nothing.
OF_THE_WHOLE = {
    "browser": "the app in a browser, from server to picture",
    "mutants": "changes the maths, and asks whether the other tests notice",
    "new_cell": "a cell that is defined there alone fits everywhere",
    "test_docs.py": "README and CONTRIBUTING",
    "test_english.py": "the wording of every sentence",
    "test_layers.py": "the imports of every file",
    "test_mirror.py": "the names of every test file",
    "test_sizes.py": "the length of every file and function",
    "assets/test_assets.py": "all that comes along beside the code",
    "lessons/test_facts.py": "what every lesson gives to keep",
    "lessons/test_openings.py": "every lesson's first picture",
    "pages/test_frame.py": "what all pages have in common",
    "pages/test_runs_of_other_kinds.py": "each page, given a run that another one shows",
    "pages/test_store_trouble.py": "pages of several lessons while the store is locked",
    "ui/widgets/test_javascript.py": "runs the tests that are written in JavaScript",
    "ui/widgets/modules.test.js": "every component's script is one module",
}


def mirrors_something(test: str) -> bool:
    """Whether a test file, named from tests/ on, stands where a module or a folder of modules does."""
    path = Path(test)
    mirrored = ROOT if path.parts[0] in BESIDE else ROOT / "seqviz"
    folder = mirrored / path.parent
    if path.suffix == ".js":
        return (folder / path.name.replace(".test.js", ".js")).is_file()
    module = path.stem.removeprefix("test_")
    if path.parts[0] == "assets":
        return any(folder.glob(f"{module.replace('_', '-')}*"))
    return (folder / f"{module}.py").is_file() or (folder / module).is_dir()


def is_of_the_whole(test: str) -> bool:
    return any(str(place) in OF_THE_WHOLE for place in (Path(test), *Path(test).parents))


FOUND = [*TESTS.rglob("test_*.py"), *TESTS.rglob("*.test.js")]
FILES = sorted(str(path.relative_to(TESTS)) for path in FOUND)


def test_every_test_file_stands_where_its_module_does():
    assert [test for test in FILES if not mirrors_something(test) and not is_of_the_whole(test)] == []


def test_what_is_of_the_whole_is_there_mirrors_nothing_and_says_why():
    for place, reason in OF_THE_WHOLE.items():
        assert (TESTS / place).exists(), f"there is no {place}"
        assert not mirrors_something(place), f"{place} mirrors a module: take it out"
        assert reason.strip(), place


def test_a_test_that_mirrors_nothing_is_noticed():
    assert mirrors_something("text/test_tokens.py") and mirrors_something("models/test_cells.py")
    assert mirrors_something("pages/test_home.py") and mirrors_something("assets/models/test_emma_lstm.py")
    assert not mirrors_something("text/test_home.py") and not mirrors_something(
        "assets/models/test_no_net.py"
    )
    assert not mirrors_something("ui/widgets/gate_canvas/nothing.test.js")
