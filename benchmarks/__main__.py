"""`python -m benchmarks [NAMES …]`: print ratios, and as the last line one JSON object with all of them."""

from __future__ import annotations

import json
import os
import platform
import sys
import traceback
from typing import Any

from benchmarks.harness import Bench, Result, UnavailableError
from benchmarks.registry import BENCHES, measure
from seqviz.corpora.real_data import use_real_reviews
from seqviz.runs.workers.process import KEEP_MEMORY

SINGLE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def main(names: list[str]) -> int:
    """Run the named benches, all if none is named; return the exit status."""
    unknown = sorted(set(names) - set(BENCHES))
    if unknown:
        print(f"No bench is called {', '.join(unknown)}; there are {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    results = {name: _run(name) for name in names or BENCHES}
    print(json.dumps(results))
    return 0


def _run(name: str) -> dict[str, Any]:
    """Measure one bench; one that cannot be run, or breaks, keeps no other from being told."""
    bench = BENCHES[name]
    try:
        result = measure(name)
    except UnavailableError as missing:
        note = str(missing)
    except Exception as error:
        traceback.print_exc()
        note = f"{type(error).__name__}: {error}"
    else:
        print(_line(name, bench, result), flush=True)
        return bench.to_json(result)
    print(f"{name:20} not measured: {note}", flush=True)
    return bench.to_json(None, note)


def _line(name: str, bench: Bench, result: Result) -> str:
    sign = "≤" if bench.better == "lower" else "≥"
    verdict = "ok" if bench.passes(result.ratio) else "MISSED"
    return (
        f"{name:20} {result.ratio:6.3f}  required {sign} {bench.required:g}, aim {sign} {bench.aim:g}  {verdict}"
        f"  ({result.ours:.4g} / {result.theirs:.4g} {result.unit}; {result.note})"
    )


def start_as_workers_start() -> None:
    """Begin anew with one thread and the workers' memory settings, which must stand before the process starts."""
    settings = SINGLE_THREAD | (KEEP_MEMORY if platform.libc_ver()[0] == "glibc" else {})
    if any(os.environ.get(name) != value for name, value in settings.items()):
        os.environ.update(settings)
        os.execv(sys.executable, [sys.executable, "-m", "benchmarks", *sys.argv[1:]])


if __name__ == "__main__":
    start_as_workers_start()
    use_real_reviews()
    sys.exit(main(sys.argv[1:]))
