from __future__ import annotations

import ast
import functools
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: From the ground up: a floor may import those before it.
FLOORS = (
    "data_dir",
    "text",
    "corpora",
    "embeddings",
    "models",
    "runs",
    "export",
    "experiments",
    "claims",
    "ui",
    "lessons",
)
#: Floors of things that stand side by side: none may import another.
SIDE_BY_SIDE = ("experiments", "lessons")
#: Beside the floors: what may be imported from where.
FIGURES_SEE = {"figures", "text"}
MAIN_SEES = set(FLOORS) - {"ui", "lessons"} | {"figures", "cli"}
SCREENS = ("pages", "contents.py", "app.py")


def python_files(*roots: str) -> list[Path]:
    found = []
    for root in roots:
        path = ROOT / root
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


@functools.cache
def imports(path: Path, *, only_when_run: bool = False) -> set[str]:
    """Every module that a file names in an import, with the names taken from it; type-checking ones too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = _type_checking_nodes(tree) if only_when_run else set()
    modules = set()
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the whole name"
            modules |= {f"{node.module}.{alias.name}" for alias in node.names}
    return modules


def _type_checking_nodes(tree: ast.AST) -> set[ast.AST]:
    blocks = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    ]
    return {node for block in blocks for node in ast.walk(block)}


def floor_of(path: Path) -> str:
    return path.relative_to(ROOT / "seqviz").parts[0].removesuffix(".py")


def floors_seen(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path, only_when_run=True) if name.startswith("seqviz.")}


def may_see(floor: str) -> set[str]:
    if floor == "figures":
        return FIGURES_SEE
    if floor in ("__main__", "cli"):
        return MAIN_SEES
    below = set(FLOORS[: FLOORS.index(floor) + 1])
    return below | {"figures"} if floor in ("ui", "lessons") else below


def test_no_arrow_runs_back():
    guilty = []
    for path in python_files("seqviz"):
        if path == ROOT / "seqviz/__init__.py":
            continue
        beyond = floors_seen(path) - may_see(floor_of(path))
        above = {"pages", "contents", "app"} & {name.split(".")[0] for name in imports(path)}
        guilty += [(str(path.relative_to(ROOT)), name) for name in sorted(beyond | above)]
    assert guilty == []


@pytest.mark.parametrize("floor", SIDE_BY_SIDE)
def test_what_stands_side_by_side_knows_nothing_of_its_neighbours(floor):
    guilty = []
    for path in python_files(f"seqviz/{floor}"):
        own = path.relative_to(ROOT / "seqviz" / floor).parts[0]
        named = [name.split(".") for name in imports(path) if name.startswith(f"seqviz.{floor}.")]
        guilty += [(path.name, ".".join(name)) for name in named if name[2] != own]
    assert guilty == []


def test_no_files_import_each_other_in_a_circle():
    """Imports inside functions and those for type checking count."""
    modules = {module_of(path): path for path in python_files("seqviz")}
    graph = {
        module: {
            found for name in imports(path) if (found := _module_named(name, modules)) not in (None, module)
        }
        for module, path in modules.items()
    }
    assert _circle(graph) == []


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _module_named(name: str, modules: dict[str, Path]) -> str | None:
    """Return the module that an imported name is, or lies in."""
    return next((found for found in (name, name.rpartition(".")[0]) if found in modules), None)


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """Return what is left once all that imports nothing, or only what has gone, has gone too."""
    left = dict(graph)
    while free := [module for module, named in left.items() if not named & left.keys()]:
        for module in free:
            del left[module]
    return sorted(left)


def test_a_circle_of_files_is_found():
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["a", "b", "c"]
    assert _circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []


def test_only_the_screens_and_ui_import_streamlit():
    elsewhere = [p for p in python_files("seqviz") if floor_of(p) not in ("ui", "lessons")]
    guilty = [str(p) for p in elsewhere if any(m.split(".")[0] == "streamlit" for m in imports(p))]
    assert guilty == []


@pytest.mark.parametrize("room", ["text", "figures"])
def test_rooms_of_plain_arrays_never_load_torch(room):
    names = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in python_files(f"seqviz/{room}")]
    code = f"import importlib, sys\nfor n in {names!r}: importlib.import_module(n)\nprint('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("path", python_files("pages"), ids=lambda p: p.stem)
def test_a_page_leaves_tensors_and_figures_to_the_rooms_below(path):
    roots = {name.split(".")[0] for name in imports(path)}
    assert not roots & {"torch", "plotly", "sklearn"}


def test_no_markup_is_ever_trusted():
    guilty = [
        str(p) for p in python_files("seqviz", *SCREENS) if "unsafe_allow_" + "html" in p.read_text("utf-8")
    ]
    assert guilty == []


def test_session_state_has_one_door():
    """Only `session.py` writes it; a file that assigns to or deletes from it is named."""
    guilty = [str(p) for p in python_files("seqviz", *SCREENS) if p.name != "session.py" and _writes_state(p)]
    assert guilty == []


def _writes_state(path: Path) -> bool:
    code = path.read_text(encoding="utf-8")
    if "session_state" not in code:
        return False
    tree = ast.parse(code)
    stored = [n for n in ast.walk(tree) if isinstance(n, ast.Subscript | ast.Attribute)]
    return any(
        isinstance(n.ctx, ast.Store | ast.Del) and ast.unparse(n.value).endswith("session_state")
        for n in stored
    )
