"""The registry of cells, and that everybody asks it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from seqviz.models.cells.registry import CELLS, UnknownCellError, cell_named, unregister
from tests.conftest import ROOT
from tests.test_layers import python_files

NAMES = set(CELLS)


def test_the_cells_of_the_textbooks_are_shown_first():
    assert list(CELLS)[:3] == ["rnn", "lstm", "gru"]
    assert [kind.name for kind in CELLS.values()] == list(CELLS)


def test_an_unknown_cell_is_refused_with_the_names_of_the_known_ones():
    with pytest.raises(UnknownCellError, match="one of rnn, lstm, gru.*, but it is 'transformer'"):
        cell_named("transformer")
    with pytest.raises(KeyError):
        unregister("transformer")


def test_naming_the_cells_loads_no_torch():
    code = "import sys; from seqviz.models.cells.registry import CELLS; print(*CELLS, 'torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [*CELLS, "False"]


def names_in(node):
    """The names of cells among the constants that stand directly in a literal, or that a node is."""
    if isinstance(node, ast.Dict):
        parts = node.keys
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        parts = node.elts
    elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal"):
        return names_in(node.slice)
    else:
        parts = [node]
    return {part.value for part in parts if isinstance(part, ast.Constant)} & NAMES


def told_apart(code):
    """The lines of code that compare with a cell's name, match one, list several, or keep one to compare with."""
    lines = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare):
            found = any(names_in(side) for side in (node.left, *node.comparators))
        elif isinstance(node, ast.MatchValue):
            found = bool(names_in(node.value))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            found = ast.unparse(target).isupper() and bool(names_in(node.value))
        else:
            found = len(names_in(node)) > 1
        if found:
            lines.append(node.lineno if hasattr(node, "lineno") else 0)
    return lines


@pytest.mark.parametrize(
    "code",
    [
        'if cell == "lstm": pass',
        'x = "gru" != stack.cell',
        'y = cell in ("lstm", "gru")',
        'for cell in ["rnn", "lstm", "gru"]: pass',
        'STATES = {"lstm": 2, "gru": 1}',
        'Cell = Literal["rnn", "lstm"]',
        'LSTM: Cell = "lstm"',
        'match cell:\n    case "lstm": pass',
    ],
)
def test_the_guard_sees_every_way_of_telling_cells_apart(code):
    assert told_apart(code)


def test_naming_one_cell_is_no_telling_apart():
    assert (
        told_apart('page.settings("lstm"); x = cell == other; d = {"lstm": 1}; BUNDLED["reviews_lstm"]') == []
    )


def test_no_cell_is_told_apart_but_in_its_own_file():
    """Only a file that quotes a cell's name can tell it apart."""
    quoted = re.compile("|".join(f"[\"']{name}[\"']" for name in NAMES))
    found = {}
    for path in python_files("seqviz", "pages", "contents.py", "app.py"):
        code = path.read_text(encoding="utf-8")
        if "models/cells" not in path.as_posix() and quoted.search(code):
            found[str(path.relative_to(ROOT))] = told_apart(code)
    assert len(found) > 5
    assert {name: lines for name, lines in found.items() if lines} == {}
