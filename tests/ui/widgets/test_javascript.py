"""Runs the tests of the components' JavaScript, which stand beside this file as `<component>/<module>.test.js`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seqviz.ui.widgets.scripts import one_module
from tests.conftest import ROOT
from tests.ui.widgets.cell_diagram.readings import readings
from tests.ui.widgets.gate_canvas.traces import traces
from tests.ui.widgets.node import run_tests

HERE = Path(__file__).parent
WIDGETS = ROOT / "seqviz/ui/widgets"
FILES = sorted(HERE.rglob("*.test.js"))


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """What Node says of all tests, run in one process, given every component's script and what torch computes."""
    given = tmp_path_factory.mktemp("given")
    for name, what in (("readings", readings()), ("traces", traces())):
        (given / f"{name}.json").write_text(json.dumps(what))
    for path in WIDGETS.rglob("*.js"):
        if "export default" in path.read_text("utf-8"):
            (given / f"{path.parent.name}.mjs").write_text(one_module(path), "utf-8")
    return run_tests(FILES, SEQVIZ_GIVEN=str(given))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HERE)))
def test_javascript(report, file):
    assert report[str(file)], "no test was run"
    failures = [f"{name}: {failure}" for name, failure in report[str(file)].items() if failure is not None]
    assert failures == [], "\n\n".join(failures)
