"""Change the maths at random, a little at a time, and tell which changes no test notices.

`make mutants` runs a seeded sample on a copy of the tree, about half an hour on an idle core; NUMBER=20 and
ONLY=embeddings/glove.py make it shorter. A survivor asks for a test, or for a line with its reason in equivalent.toml.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence

from tests.conftest import ROOT
from tests.mutants.changes import Change, changes_of
from tests.mutants.concerned import concerning
from tests.mutants.equivalent import reason_why_equivalent
from tests.mutants.running import Copy, copied_tree, get_ready

#: The rooms of the maths, and the trainers.
MATHS = (
    "seqviz/text/*.py",
    "seqviz/embeddings/*.py",
    "seqviz/models/**/*.py",
    "seqviz/runs/comparison.py",
    "seqviz/runs/labelling.py",
    "seqviz/experiments/*/train.py",
    "seqviz/experiments/*/*fitting.py",
    "seqviz/experiments/sentiment/[elop]*.py",
)
NUMBER = 220
PATIENCE = 10  # times what the tests take on the unchanged tree
LEAST_SECONDS = 60.0


def maths() -> list[str]:
    """Return the source files that are changed."""
    return sorted({str(path.relative_to(ROOT)) for pattern in MATHS for path in ROOT.glob(pattern)})


def sample(seed: int, number: int, only: Sequence[str] = ("",)) -> list[Change]:
    """Draw changes to the maths, each at most once; the same seed draws the same ones.

    Args:
        seed: of the draw.
        number: of changes, at most.
        only: one of these the change's "path:line:" must contain.
    """
    sources = {path: (ROOT / path).read_text(encoding="utf-8") for path in maths()}
    sources = {
        path: text for path, text in sources.items() if any(part.split(":")[0] in path for part in only)
    }
    found = [change for path, source in sources.items() for change in changes_of(path, source)]
    chosen = [change for change in found if any(part in f"{change.path}:{change.line}:" for part in only)]
    random.Random(seed).shuffle(chosen)
    programs = (change for change in chosen if change.is_a_program(sources[change.path]))
    return [change for _, change in zip(range(number), programs, strict=False)]


class Runner:
    """Runs the tests that concern a change, and remembers how long they take when nothing is changed.

    Args:
        copy: of the tree.
        concerned: for each source file the tests that concern it, the one that mirrors it first.
    """

    def __init__(self, copy: Copy, concerned: dict[str, list[str]]) -> None:
        self.copy, self.concerned = copy, concerned
        self._unchanged: dict[str, float] = {}

    def kills(self, change: Change) -> bool:
        """Run the test that mirrors the changed module, then the others that concern it, the quickest first."""
        tests = self.concerned[change.path]
        if not tests:
            return False
        self.seconds(tests[0])
        with self.copy.changed(change):
            first = self._fails(tests[:1])
        if first or not tests[1:]:
            return first
        others = sorted(tests[1:], key=self.seconds)  # measured on the unchanged tree
        with self.copy.changed(change):
            return self._fails(others)

    def seconds(self, test: str) -> float:
        """Return how long a test file takes; it must pass on the unchanged tree."""
        if test not in self._unchanged:
            outcome = self.copy.run([test], 3600.0)
            if outcome.failed:
                raise SystemExit(f"{test} fails on the unchanged tree:\n{outcome.said}")
            self._unchanged[test] = outcome.seconds
        return self._unchanged[test]

    def _fails(self, tests: Sequence[str]) -> bool:
        return self.copy.run(tests, LEAST_SECONDS + PATIENCE * sum(map(self.seconds, tests))).failed


def results(changes: list[Change]) -> Iterator[tuple[Change, str]]:
    """Try every change, one after another; yield "killed", "equivalent" or "survived"."""
    concerned = {change.path: concerning(change.path) for change in changes}
    with copied_tree() as copy:  # of this moment, whatever becomes of the tree meanwhile
        runner = Runner(copy, concerned)
        for change in changes:
            if reason_why_equivalent(change):
                yield change, "equivalent"
            else:
                yield change, "killed" if runner.kills(change) else "survived"


def main(arguments: list[str]) -> int:
    """Run a sample and print what came of it; 1 if a change survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--number", type=int, default=NUMBER)
    parser.add_argument("--only", nargs="+", default=[""], help="parts of paths, or of path:line:")
    parser.add_argument("--skip", type=int, default=0, help="changes of the sample to leave out at its head")
    chosen = parser.parse_args(arguments)
    get_ready()
    counts = {"killed": 0, "survived": 0, "equivalent": 0}
    for change, verdict in results(sample(chosen.seed, chosen.number, chosen.only)[chosen.skip :]):
        counts[verdict] += 1
        print(f"{verdict:10} {change.path}:{change.line}: {change.old} -> {change.new}", flush=True)
        if verdict == "survived":
            print(f"-{change.code}\n+{change.becomes}", flush=True)
    tried = counts["killed"] + counts["survived"]
    print(
        f"killed {counts['killed']} of {tried}; {counts['equivalent']} more change nothing that can be seen"
    )
    return int(counts["survived"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
