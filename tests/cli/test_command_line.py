"""`python -m seqviz` as a teacher uses it: one tiny net is trained, then read in every way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.torch import load_file

from seqviz.cli.main import COMMANDS, main
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.store.records import TEACHER, RunRecord
from seqviz.runs.store.store import Store
from tests.runs.waiting import seconds_until

SMALL_NET = ["--cell", "gru", "--hidden-sizes", "5,3", "--bidirectional", "--embedding-dim", "4"]
TINY = [*SMALL_NET, "--batch-size", "8", "--num-epochs", "2"]
GATES = ("reset_gate", "update_gate", "candidate", "hidden_state")


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("teacher")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEQVIZ_HOME", str(folder))
        patch.delenv("SEQVIZ_STORE", raising=False)
        yield folder


@pytest.fixture(scope="module")
def reviews(home: Path) -> Path:
    """A table of forty reviews, half of them positive."""
    rows = [f"what a good film number {k},positive\nwhat a bad film number {k},negative" for k in range(20)]
    path = home / "reviews.csv"
    path.write_text("review,sentiment\n" + "\n".join(rows) + "\n")
    return path


@pytest.fixture(scope="module")
def trained(reviews: Path) -> dict[str, Any]:
    """What `train` prints of a tiny net."""
    command = [
        sys.executable,
        "-m",
        "seqviz",
        "train",
        "--corpus",
        str(reviews),
        "--test",
        str(reviews),
        *TINY,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert len(done.stdout.splitlines()) == 1
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


def kept(run_id: str) -> RunRecord:
    with Store() as store:
        return store.run(run_id)


def test_train_reports_the_run_its_accuracies_and_its_size(trained):
    assert set(trained) == {"run", "accuracy", "test_accuracy", "seconds", "parameters", "epochs"}
    assert 0 <= trained["accuracy"] <= 1
    assert 0 <= trained["test_accuracy"] <= 1
    assert trained["epochs"] == 2
    record = kept(trained["run"])
    assert (record.owner, record.pinned, record.config["hidden_sizes"]) == (TEACHER, True, [5, 3])


def test_the_same_training_asked_again_is_answered_at_once(trained, reviews, say):
    again = say("train", "--corpus", reviews, *TINY)
    assert again == {name: value for name, value in trained.items() if name != "test_accuracy"}


def test_settings_come_from_preset_then_file_then_options(trained, reviews, say, tmp_path):
    settings = kept(trained["run"]).config | {"seed": 7}
    config = tmp_path / "config.json"
    config.write_text(json.dumps(settings))
    assert say("train", "--preset", "imdb", "--config", config, "--seed", "0")["run"] == trained["run"]


def test_evaluate_measures_on_a_file(trained, reviews, say):
    answer = say("evaluate", trained["run"], "--data", reviews)
    assert answer["accuracy"] == trained["test_accuracy"]
    assert (answer["run"], answer["examples"]) == (trained["run"], 40)
    assert answer["loss"] > 0


def test_predict_tells_both_probabilities_and_the_one_after_each_token(trained, say):
    answer = say("predict", trained["run"], "--text", "What a film")
    assert answer["tokens"] == ["what", "a", "film"]
    assert answer["negative"] + answer["positive"] == pytest.approx(1)
    assert answer["positive_after_each_token"][-1] == pytest.approx(answer["positive"], abs=1e-6)
    assert len(answer["positive_after_each_token"]) == 3


def test_trace_writes_every_gate_of_every_layer_and_direction(trained, say, tmp_path):
    out = tmp_path / "gates"  # without a suffix: the file is the one that was named
    answer = say("trace", trained["run"], "--text", "not a good film", "--out", out)
    assert answer == {"run": trained["run"], "tokens": ["not", "a", "good", "film"], "file": str(out)}
    with np.load(out) as arrays:
        assert arrays["tokens"].tolist() == answer["tokens"]
        for layer, size in enumerate((5, 3)):
            for gate in [f"layer{layer}.{d}.{gate}" for d in ("forward", "reverse") for gate in GATES]:
                assert (arrays[gate].shape, arrays[gate].dtype) == ((4, size), np.float32), gate
        assert len(arrays) == 1 + 2 * 2 * len(GATES)


def test_export_writes_what_pytorch_loads_by_its_own_names(trained, say, tmp_path):
    out = tmp_path / "net.safetensors"
    assert say("export", trained["run"], "--out", out) == {"run": trained["run"], "file": str(out)}
    weights = load_file(out)
    assert weights["recurrent.weight_ih_l1_reverse"].shape == (9, 10)
    assert {"embedding.weight", "output.weight", "output.bias"} < set(weights)
    assert sum(value.numel() for value in weights.values()) == trained["parameters"]
    with safe_open(out, "np") as file:
        metadata = file.metadata()
    assert json.loads(metadata["config"]) == kept(trained["run"]).config
    assert len(json.loads(metadata["vocabulary"])) == weights["embedding.weight"].shape[0]


def test_runs_lists_what_there_is_and_delete_deletes(trained, say):
    with Store() as store:
        doomed = store.submit(SentimentExperiment(seed=5), TEACHER).id
        store.ask(doomed, TEACHER, "stop")
    listed = say("runs")["runs"]
    assert {run["run"] for run in listed} == {trained["run"], doomed}
    assert len({run["name"] for run in listed}) == 2
    assert all(" · yours, " in run["name"] for run in listed)
    say("delete", doomed)
    assert [(run["run"], run["state"], run["mine"]) for run in say("runs")["runs"]] == [
        (trained["run"], "finished", True)
    ]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("predict nope --text a", "There is no run 'nope' in this store."),
        ("predict RUN --text=", "There is no word in this text"),
        ("predict RUN", "The following arguments are required: --text; see python -m seqviz predict --help."),
        ("evaluate RUN --data missing.csv", "There is no file or folder missing.csv."),
        ("trace RUN --text a --out missing/gates.npz", "missing/gates.npz: No such file or directory."),
        ("export RUN --out missing/net.safetensors", "missing/net.safetensors: No such file or directory."),
        ("train --cell transformer", "The setting cell needs one of rnn, lstm, gru, not 'transformer'."),
        ("train --hidden-sizes 4,many", "The setting hidden_sizes needs a whole number, not 'many'."),
        ("train --seed 1.5", "The setting seed needs a whole number, not '1.5'."),
        ("train --corpus missing.csv", "or a file or folder, not 'missing.csv'."),
        ("train --config missing.json", "missing.json: No such file or directory."),
        ("train --test missing.csv", "There is no file or folder missing.csv."),
        ("train --hid 4", "Unrecognized arguments: --hid 4"),
        ("delete nope", "There is no run 'nope' in this store."),
        ("dance", "invalid choice: 'dance'"),
        ("", "The following arguments are required: COMMAND"),
    ],
)
def test_an_error_is_one_sentence(trained, refusal, command, sentence):
    assert sentence in refusal(*command.replace("RUN", trained["run"]).split())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"cell": ', "is not JSON"),
        ("[1, 2]", "needs one JSON object of settings, not a list."),
        ('{"depth": 3}', "No setting is called depth"),
        ('{"num_epochs": true}', "The setting num_epochs needs a whole number, not True."),
    ],
)
def test_a_bad_config_file_is_refused_in_one_sentence(refusal, tmp_path, content, sentence):
    config = tmp_path / "config.json"
    config.write_text(content)
    assert sentence in refusal("train", "--config", config)


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"seed": ' * 100_000,
        b'{"corpus": "caf\xe9"}',
        bytes(range(256)),
        b'{"learning_rate": NaN}',
        b'{"learning_rate": 1e400}',
        b'{"seed": ' + b"9" * 400 + b"}",
        b'{"seed": ' + b"9" * 6_000 + b"}",
        b'{"hidden_sizes": [' + b"1, " * 10_000 + b"1]}",
        b'{"hidden_sizes": [[1]]}',
        b'{"corpus": "a\\u0000b"}',
        b'{"corpus": "\\ud800"}',
        b'{"\\ud800": 1}',
    ],
    ids=lambda content: repr(content[:24]),
)
def test_no_config_file_whatever_leads_further_than_a_short_sentence(refusal, tmp_path, content):
    config = tmp_path / "config.json"
    config.write_bytes(content)
    assert len(refusal("train", "--config", config)) < 400


@pytest.mark.parametrize(
    "command",
    [
        "train --config FOLDER",
        "train --config LOCKED",
        "train --corpus LOCKED",
        "train --seed " + "9" * 400,
        "train --seed " + "9" * 6_000,
        "train --learning-rate inf",
        "train --learning-rate nan",
        "predict \udcff --text a",
        "delete " + "x" * 5_000,
    ],
    ids=lambda command: command[:24],
)
def test_no_command_whatever_leads_further_than_a_short_sentence(refusal, tmp_path, command):
    locked = tmp_path / "locked.csv"
    locked.write_text("{}")
    locked.chmod(0)
    words = command.replace("FOLDER", str(tmp_path)).replace("LOCKED", str(locked)).split()
    if "LOCKED" in command and os.access(locked, os.R_OK):
        locked.unlink()  # whoever runs the tests may read everything; what is not there is refused, too
    assert len(refusal(*words)) < 400


@pytest.mark.parametrize("command", ["train-text", "train-pairs"])
def test_a_name_that_no_file_can_have_is_refused(command, refusal):
    option = "--corpus" if command == "train-text" else "--task"
    assert "needs a text of 1 to" in refusal(command, option, "a\0b")
    assert "ould not determine home" in refusal(command, option, "~nobody-of-this-name/text.txt")


def test_a_table_that_cannot_be_learned_from_is_refused_before_it_becomes_a_run(refusal, tmp_path):
    table = tmp_path / "two.csv"
    table.write_text("review,sentiment\ngood,positive\nbad,negative\n")
    with Store() as store:
        runs = len(store.runs())
        assert "Two different texts of each class are needed" in refusal("train", "--corpus", table)
        assert len(store.runs()) == runs


def test_a_training_that_fails_says_why(capsys):
    assert main(["train", "--corpus", "upload:AAAAAAAAAAAAAAAAAAAAAA", *TINY]) == 2
    assert "failed: This uploaded file is no longer here" in capsys.readouterr().err.splitlines()[-1]


def test_ctrl_c_stops_the_run(home):
    command = [sys.executable, "-m", "seqviz", "train", "--seed", "99", "--num-epochs", "50"]
    with Store() as store, subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as training:
        seconds_until(
            lambda: any(run.config["seed"] == 99 and store.events(run.id) for run in store.runs(TEACHER))
        )
        training.send_signal(signal.SIGINT)
        _, said = training.communicate(timeout=20)
        assert training.returncode == 130
        assert said.splitlines()[-1] == "Stopped."
        assert [run.state for run in store.runs(TEACHER) if run.config["seed"] == 99] == ["stopped"]


@pytest.mark.parametrize("words", [[], *([command.name] for command in COMMANDS)], ids=str)
def test_help_shows_examples(capsys, words):
    with pytest.raises(SystemExit) as left:
        main([*words, "--help"])
    assert left.value.code == 0
    assert f"python -m seqviz {' '.join(words)}" in capsys.readouterr().out.split("examples:")[1]


def test_help_does_not_load_torch_or_streamlit():
    program = (
        "import sys, seqviz.cli.main as m; m._parser(); print({'torch', 'streamlit'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "set()"
