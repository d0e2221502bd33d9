"""A copy of the tree in which changes are made and tests run, one process for each change."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.conftest import ROOT
from tests.mutants.changes import Change

#: What every test would load again; a process that is forked has them already.
HEAVY = ("torch", "scipy.sparse", "sklearn.decomposition", "sklearn.feature_extraction.text", "nltk.lm",
         "gensim.models", "xdist.scheduler")  # fmt: skip
LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis")
PROFILE = "mutants"


@dataclass(frozen=True)
class Outcome:
    """How some tests ended.

    Attributes:
        failed: whether a test failed, or the time ran out.
        seconds: they took.
        said: the last lines that pytest printed.
    """

    failed: bool
    seconds: float
    said: str


class Copy:
    """A copy of the tree; the tree itself is never touched.

    Args:
        root: of the copy.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextlib.contextmanager
    def changed(self, change: Change) -> Iterator[None]:
        """Make a change and take it back."""
        file = self.root / change.path
        before = file.read_text(encoding="utf-8")
        file.write_text(change.applied(before), encoding="utf-8")
        try:
            yield
        finally:
            file.write_text(before, encoding="utf-8")

    def run(self, tests: Sequence[str], at_most: float) -> Outcome:
        """Run test files in a process of their own until one fails."""
        started = time.perf_counter()
        with tempfile.TemporaryFile() as output:
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                _become_pytest(self.root, tests, output.fileno())
            status = _wait(child, at_most)
            output.seek(0)
            said = output.read().decode(errors="replace").splitlines()[-12:]
        return Outcome(status != 0, time.perf_counter() - started, "\n".join(said))


@contextlib.contextmanager
def copied_tree() -> Iterator[Copy]:
    """Copy the tree to a place that is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="seqviz-mutants-") as folder:
        root = Path(folder, "tree")
        shutil.copytree(ROOT, root, ignore=LEFT_BEHIND)
        yield Copy(root)


def get_ready(modules: Sequence[str] = HEAVY) -> None:
    """Load what all tests need, before the first process is forked; write no bytecode, which would go stale."""
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    for module in modules:
        importlib.import_module(module)
    phases = (
        hypothesis.Phase.explicit,
        hypothesis.Phase.generate,
    )  # the failure is enough, no need to shrink it
    hypothesis.settings.register_profile(
        PROFILE, deadline=None, database=None, derandomize=True, phases=phases
    )


def _become_pytest(root: Path, tests: Sequence[str], output: int) -> None:
    code: Any = 1
    try:
        os.setsid()
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.chdir(root)
        ours = str(ROOT)
        sys.path[:] = [str(root), *(entry for entry in sys.path if entry not in ("", ours))]
        for name in [name for name in sys.modules if name.split(".")[0] in ("seqviz", "tests")]:
            del sys.modules[name]
        options = [
            "-x",
            "-W",
            "ignore::pytest.PytestAssertRewriteWarning",
            "-p",
            "no:cacheprovider",
            f"--hypothesis-profile={PROFILE}",
            f"--rootdir={root}",
        ]
        code = pytest.main([*options, *tests])
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(code))


def _wait(child: int, at_most: float) -> int:
    deadline = time.monotonic() + at_most
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]
