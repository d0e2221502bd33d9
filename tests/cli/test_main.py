from __future__ import annotations

import os
import subprocess
import sys

import pytest

from seqviz.cli.main import COMMANDS, main


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("predict harbour_lstm --text a", "is a language-model run; this command needs a sentiment run."),
        ("predict nope --text a", "There is no run 'nope' in this store."),
        ("predict RUN --text=", "There is no word in this text"),
        ("predict RUN", "The following arguments are required: --text; see python -m seqviz predict --help."),
        ("evaluate RUN --data missing.csv", "There is no file or folder missing.csv."),
        ("trace RUN --text a --out missing/gates.npz", "missing/gates.npz: No such file or directory."),
        ("export RUN --out missing/net.safetensors", "missing/net.safetensors: No such file or directory."),
        ("train --cell transformer", "The setting cell needs one of rnn, lstm, gru"),
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
