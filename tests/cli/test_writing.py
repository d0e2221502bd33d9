import json

import pytest

from seqviz.cli.main import main


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path / "home"))
    return tmp_path


def answer(capsys):
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_a_text_is_learned_and_written_on(home, capsys):
    (home / "book.txt").write_text("the cat sat on the mat.\n" * 30)
    settings = ["--hidden-sizes", "8", "--num-epochs", "1", "--batch-size", "4"]
    assert main(["train-text", "--corpus", str(home / "book.txt"), *settings]) == 0
    run = answer(capsys)
    assert run["bits_per_character"] > 0
    generate = ["generate", run["run"], "--prompt", "the Ω", "--length", "12"]
    assert main([*generate, "--seed", "3"]) == 0
    first = answer(capsys)
    assert first["text"].startswith("the Ω")
    assert len(first["text"]) == len("the Ω") + 12
    assert first["unknown"] == ["Ω"]
    assert main([*generate, "--seed", "3"]) == 0
    assert answer(capsys) == first
    for wrong, said in ((["--temperature", "-1"], "top_p"), (["--length", "0"], "1 to 100000")):
        assert main([*generate, *wrong]) == 2
        assert said in capsys.readouterr().err
    assert main(["translate", run["run"], "--text", "a"]) == 2
    assert "needs a translation run" in capsys.readouterr().err


def test_pairs_are_learned_and_a_source_translated(capsys):
    settings = ["--hidden-size", "8", "--num-epochs", "1", "--num-pairs", "100", "--max-length", "3"]
    assert main(["train-pairs", "--task", "reverse", *settings]) == 0
    run = answer(capsys)["run"]
    assert main(["translate", run, "--text", "abc", "--beam", "2"]) == 0
    assert answer(capsys)["log_probability"] < 0
    assert main(["translate", run, "--text", " "]) == 2
    assert "nothing to translate" in capsys.readouterr().err
