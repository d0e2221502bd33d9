import json

import pytest

from seqviz.cli.main import main
from seqviz.embeddings.vector_files import load_vectors


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_HOME", str(tmp_path / "home"))
    return tmp_path


def test_a_text_becomes_a_vector_file(home, capsys):
    (home / "book.txt").write_text("the cat sat on the mat\nthe dog sat on the rug\n" * 40)
    out = home / "book.vec"
    settings = ["--corpus", str(home / "book.txt"), "--dim", "5", "--num-epochs", "1"]
    assert main(["embed", "--out", str(out), *settings]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert answer["words"] == 7
    found = load_vectors(out)
    assert set(found.words) == {"the", "cat", "sat", "on", "mat", "dog", "rug"}
    assert found.vectors.shape == (7, 5)


def test_a_wrong_setting_is_said_in_a_sentence(home, capsys):
    assert main(["embed", "--out", str(home / "x.txt"), "--window", "0"]) == 2
    assert "window" in capsys.readouterr().err
