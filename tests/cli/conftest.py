"""One tiny net, trained once in each file, and the two ways a command can answer."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from seqviz.cli.main import main
from tests.cli.in_process import WorkerInProcess
from tests.cli.tiny import TINY


@pytest.fixture(scope="module", autouse=True)
def teachers_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep each file's runs in a store of their own, and train them in this process."""
    folder = tmp_path_factory.mktemp("teacher")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEQVIZ_HOME", str(folder))
        patch.delenv("SEQVIZ_STORE", raising=False)
        patch.setattr("seqviz.cli.run_progress.WorkerProcess", WorkerInProcess)
        yield folder


@pytest.fixture(scope="module")
def reviews(teachers_home: Path) -> Path:
    """A table of forty reviews, half of them positive."""
    rows = [f"what a good film number {k},positive\nwhat a bad film number {k},negative" for k in range(20)]
    path = teachers_home / "reviews.csv"
    path.write_text("review,sentiment\n" + "\n".join(rows) + "\n")
    return path


@pytest.fixture(scope="module")
def trained(reviews: Path) -> dict[str, Any]:
    """What `train` prints of a tiny net."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert main(["train", "--corpus", str(reviews), "--test", str(reviews), *TINY]) == 0
    (line,) = printed.getvalue().splitlines()
    answer: dict[str, Any] = json.loads(line)
    return answer


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]):
    """Give a command; return the object on the last line of standard output."""

    def command(*words: str | Path) -> dict[str, Any]:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        assert status == 0, captured.err
        answer: dict[str, Any] = json.loads(captured.out.splitlines()[-1])
        return answer

    return command


@pytest.fixture
def refusal(capsys: pytest.CaptureFixture[str]):
    """Give a command that is refused; return the one sentence on standard error."""

    def command(*words: str | Path) -> str:
        assert main([str(word) for word in words]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        return captured.err.strip()

    return command
