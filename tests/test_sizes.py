"""CONTRIBUTING's limits on size: a function 25 lines, a file 200, a page 80.

A function is counted from its `def` to its last line, with its parameters and comments and without its
docstring, which is to be as long as it needs. A file and a page are counted as a whole. Of tests only the files are
counted: what is compared with is often best read in one piece.
"""

from __future__ import annotations

import ast
from pathlib import Path

from tests.conftest import ROOT
from tests.test_layers import SCREENS, python_files

LONGEST_FUNCTION, LONGEST_FILE, LONGEST_PAGE = 25, 200, 80  # lines
#: What may be longer, and why: a file, or a file and its function.
EXCEPTIONS: dict[str, str] = {}

FILES = {str(path.relative_to(ROOT)): path for path in python_files("seqviz", "benchmarks", *SCREENS)}
TESTS = {str(path.relative_to(ROOT)): path for path in python_files("tests")}


def function_lengths(source: str) -> dict[str, int]:
    """Lines of every function, by name, methods and inner functions too; of two by one name the longer."""
    lengths: dict[str, int] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) is not None else None
            lines = [node, docstring] if docstring else [node]
            whole, *told = [(each.end_lineno or 0) - each.lineno + 1 for each in lines]
            lengths[node.name] = max(lengths.get(node.name, 0), whole - sum(told))
    return lengths


def too_long(name: str, path: Path) -> dict[str, str]:
    """What of a file is too long: "file" or "file::function" -> a sentence."""
    source = path.read_text(encoding="utf-8")
    longest = LONGEST_PAGE if name.startswith("pages/") else LONGEST_FILE
    num_lines = len(source.splitlines())
    found = {name: f"{num_lines} lines, at most {longest}"} if num_lines > longest else {}
    return found | {
        f"{name}::{function}": f"{length} lines, at most {LONGEST_FUNCTION}"
        for function, length in function_lengths(source).items()
        if length > LONGEST_FUNCTION
    }


def test_no_file_and_no_function_is_too_long():
    found = {place: said for name, path in FILES.items() for place, said in too_long(name, path).items()}
    assert {place: said for place, said in found.items() if place not in EXCEPTIONS} == {}


def test_no_file_of_tests_is_too_long():
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in TESTS.items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_exception_is_still_needed_and_has_a_reason():
    for place, reason in EXCEPTIONS.items():
        name = place.split("::")[0]
        assert name in FILES, f"there is no {name}"
        assert place in too_long(name, FILES[name]), f"{place} is no longer too long: take it out"
        assert reason.strip(), place


def test_lines_are_counted_without_the_docstring():
    source = """
class A:
    async def f(
        self,
    ):
        'One.

        Two.'

        # why
        return 1
"""
    assert function_lengths(source.replace("'", "'''")) == {"f": 6}


def test_a_function_a_file_and_a_page_that_are_too_long_are_named(tmp_path):
    path = tmp_path / "long.py"
    path.write_text("def f():\n" + "    pass\n" * 25 + "\n" * 60)
    assert set(too_long("pages/long.py", path)) == {"pages/long.py", "pages/long.py::f"}
    assert set(too_long("seqviz/long.py", path)) == {"seqviz/long.py::f"}
    path.write_text("\n" * 201)
    assert set(too_long("seqviz/long.py", path)) == {"seqviz/long.py"}
