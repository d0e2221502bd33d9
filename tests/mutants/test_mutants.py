"""The script that changes the maths: it changes what it says, and tells a test that notices from one that does not."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.mutants.__main__ import maths, sample
from tests.mutants.changes import Change, changes_of
from tests.mutants.concerned import concerning
from tests.mutants.equivalent import listed, reason_why_equivalent
from tests.mutants.running import Copy

SOURCE = '''"""Half of 2 - 1."""

LIMIT = 3


def half(number: float, add: int = 1) -> float:
    """Return 1 / 2 of it + add."""
    if number < 0:
        raise ValueError(f"{number} is below {1 - 1}")
    label = f"{number + 1} halves"
    return number.sum() / 2 if label else add
'''


def made(source):
    return {(change.line, change.old, change.new) for change in changes_of("a.py", source)}


def test_operators_comparisons_constants_and_functions_are_changed_and_nothing_else():
    assert made(SOURCE) == {
        (8, "<", "<="), (8, "0", "1"), (11, "/", "*"), (11, "2", "3"), (11, "2", "1"), (11, "sum", "mean"),
    }  # fmt: skip


def test_a_change_is_made_where_it_says_and_nowhere_else():
    for change in changes_of("a.py", SOURCE):
        before, after = SOURCE.splitlines(), change.applied(SOURCE).splitlines()
        assert [k for k, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new] == [
            change.line
        ]
        assert before[change.line - 1].replace(change.old, change.new, 1) == after[change.line - 1]
        assert change.is_a_program(SOURCE)


def test_a_change_that_is_no_program_is_known():
    [star] = [change for change in changes_of("a.py", "def f(x):\n    return max(*x)\n") if change.old == "*"]
    assert not star.is_a_program("def f(x):\n    return max(*x)\n")


def test_the_same_seed_draws_the_same_changes_and_another_seed_others():
    room = ["seqviz/text/"]
    first = sample(0, 40, room)
    assert len(set(first)) == 40
    assert first == sample(0, 40, room)
    assert set(first) != set(sample(1, 40, room))
    for change in first:
        source = (ROOT / change.path).read_text(encoding="utf-8")
        assert ast.dump(ast.parse(change.applied(source))) != ast.dump(ast.parse(source))


def test_the_mirror_comes_first_then_what_imports_the_module():
    tests = concerning("seqviz/embeddings/blocks.py")
    assert tests[0] == "tests/embeddings/test_blocks.py"
    assert {"tests/embeddings/test_glove.py", "tests/embeddings/test_skipgram.py"} <= set(tests)
    assert "tests/experiments/sentiment/test_loop.py" in concerning("seqviz/experiments/sentiment/loop.py")


def test_no_module_of_the_maths_is_without_a_test():
    changed = [path for path in maths() if changes_of(path, (ROOT / path).read_text(encoding="utf-8"))]
    assert len(changed) > 60
    assert [path for path in changed if not concerning(path)] == []


def small_tree(folder: Path, expected: float) -> Copy:
    (folder / "halves.py").write_text("def half(number):\n    return number / 2\n")
    (folder / "test_halves.py").write_text(
        f"from halves import half\n\n\ndef test_half():\n    assert half(3) == {expected} or half(2) == 1\n"
    )
    (folder / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    return Copy(folder)


def test_a_changed_file_is_put_back_even_after_an_error(tmp_path):
    copy = small_tree(tmp_path, 1.5)
    change = Change("halves.py", 2, 18, "/", "*", "    return number / 2")
    with pytest.raises(KeyError), copy.changed(change):
        assert (tmp_path / "halves.py").read_text() == "def half(number):\n    return number * 2\n"
        raise KeyError
    assert (tmp_path / "halves.py").read_text() == "def half(number):\n    return number / 2\n"


def test_a_test_that_notices_fails_and_one_that_does_not_passes(tmp_path):
    """In a process of its own, as forking this one would hand pytest's own state on."""
    program = """
import sys
from pathlib import Path
from tests.mutants.changes import Change
from tests.mutants.running import Copy, get_ready
get_ready([])
copy = Copy(Path(sys.argv[1]))
print(copy.run(["test_halves.py"], 60).failed)
for new in "*+":
    with copy.changed(Change("halves.py", 2, 18, "/", new, "    return number / 2")):
        print(copy.run(["test_halves.py"], 60).failed)
with copy.changed(Change("halves.py", 2, 4, "return", "while 1:", "    return number / 2")):
    print(copy.run(["test_halves.py"], 3).failed)
"""
    small_tree(tmp_path, 5)
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "False",
        "True",
        "False",
        "True",
    ]  # 3 + 2 is what the test takes for a half


def test_every_entry_of_the_list_is_a_change_that_can_be_made_and_has_a_reason():
    for entry in listed():
        source = (ROOT / entry["path"]).read_text(encoding="utf-8")
        assert entry["reason"].endswith(".")
        assert any(
            reason_why_equivalent(change) == entry["reason"] for change in changes_of(entry["path"], source)
        ), entry
